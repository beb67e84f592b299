package io.airproof.driver.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollsTest {

    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Duration HARDLY = Duration.ofHours(1);

    private final AtomicInteger asked = new AtomicInteger();

    private Polls<String, Integer> numbers(Duration every) {
        return new Polls<>("polls-test", what -> asked.incrementAndGet(), what -> every);
    }

    @Test
    void howeverManyListenItIsAskedAsByOne() {
        Polls<String, Integer> polls = numbers(OFTEN);
        List<List<Integer>> told = IntStream.range(0, 20)
                .mapToObj(listener -> (List<Integer>) new CopyOnWriteArrayList<Integer>())
                .toList();
        List<Polls.Listening> all = told.stream()
                .map(answers -> polls.listen("it", answers::add, failure -> {}))
                .toList();
        int begun = asked.get();
        await().until(() -> asked.get() > begun + told.size() + 5);
        all.forEach(Polls.Listening::close);

        List<Integer> last = told.get(told.size() - 1);
        assertThat(last).hasSizeGreaterThan(5);
        assertThat(told).allSatisfy(answers -> assertThat(answers).containsAll(last.subList(1, last.size() - 1)));
    }

    @Test
    void whoComesIsToldAtOnce() {
        Polls<String, Integer> polls = numbers(HARDLY);
        List<Integer> first = new CopyOnWriteArrayList<>();
        List<Integer> second = new CopyOnWriteArrayList<>();
        try (Polls.Listening one = polls.listen("it", first::add, failure -> {})) {
            await().until(() -> first.equals(List.of(1)));
            try (Polls.Listening other = polls.listen("it", second::add, failure -> {})) {
                await().until(() -> second.equals(List.of(2)));
            }
        }
    }

    @Test
    void anAnswerToAQuestionFromBeforeIsNotForWhoComesNow() {
        CountDownLatch inQuestion = new CountDownLatch(1);
        CountDownLatch bothListen = new CountDownLatch(1);
        Polls<String, Integer> polls = new Polls<>(
                "polls-test",
                what -> {
                    inQuestion.countDown();
                    bothListen.await();
                    return asked.incrementAndGet();
                },
                what -> HARDLY);
        List<Integer> second = new CopyOnWriteArrayList<>();
        try (Polls.Listening one = polls.listen("it", answer -> {}, failure -> {})) {
            await().until(() -> inQuestion.getCount() == 0);
            try (Polls.Listening other = polls.listen("it", second::add, failure -> {})) {
                bothListen.countDown();
                await().until(() -> !second.isEmpty());
                assertThat(second).containsExactly(2);
            }
        }
    }

    @Test
    void itEndsWithTheLastAndBeginsAnew() {
        Polls<String, Integer> polls = numbers(OFTEN);
        List<Integer> told = new CopyOnWriteArrayList<>();
        Polls.Listening one = polls.listen("it", told::add, failure -> {});
        Polls.Listening other = polls.listen("it", answer -> {}, failure -> {});
        other.close();
        other.close();
        int left = told.size();
        await().until(() -> told.size() > left + 2);
        one.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("polls-test")));

        int before = asked.get();
        try (Polls.Listening again = polls.listen("it", answer -> {}, failure -> {})) {
            await().until(() -> asked.get() > before + 2);
        }
    }

    @Test
    void otherThingsAreAskedBesideIt() {
        Polls<String, String> polls = new Polls<>(
                "polls-test",
                what -> {
                    if (what.equals("stuck")) {
                        new CountDownLatch(1).await();
                    }
                    return what;
                },
                what -> OFTEN);
        List<String> told = new CopyOnWriteArrayList<>();
        try (Polls.Listening stuck = polls.listen("stuck", answer -> {}, failure -> {});
                Polls.Listening free = polls.listen("free", told::add, failure -> {})) {
            await().until(() -> told.contains("free"));
        }
    }

    @Test
    void aFailureIsToldAndTheNextQuestionComes() {
        Polls<String, Integer> polls = new Polls<>(
                "polls-test",
                what -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                    return asked.get();
                },
                what -> OFTEN);
        List<String> failures = new CopyOnWriteArrayList<>();
        List<Integer> answers = new CopyOnWriteArrayList<>();
        try (Polls.Listening one = polls.listen("it", answers::add, failure -> failures.add(failure.getMessage()))) {
            await().until(() -> !answers.isEmpty());
            assertThat(failures).containsExactly("not yet");
        }
    }
}
