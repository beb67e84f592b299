package io.airproof.driver.wait;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks the same thing again and again for all who want to know: however many programmes are on air, a server is asked as
 * often as by one, and what is measured is not the asking. Each thing is asked on a daemon thread of its own, which begins
 * with the first who listens and ends with the last.
 *
 * @param <K> names what is asked; equal keys are the same thing
 * @param <T> an answer, which many read and nobody changes
 */
public final class Polls<K, T> {

    private final String name;
    private final Question<K, T> question;
    private final Function<K, Duration> every;
    private final Map<K, Poll> running = new HashMap<>();

    /**
     * Nothing is asked yet.
     *
     * @param name of the threads
     * @param every time between an answer and the next question, at least 1 ms
     */
    public Polls(String name, Question<K, T> question, Function<K, Duration> every) {
        this.name = name;
        this.question = question;
        this.every = every;
    }

    /** Asks once. */
    public interface Question<K, T> {

        /** The answer; what is thrown is told to those who listen. */
        T ask(K what) throws Exception;
    }

    /** Ends the listening; doing it again does nothing. An answer that is just being told may still arrive. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    private record Listener<T>(Consumer<T> answered, Consumer<Exception> failed) {}

    /**
     * Tells somebody of every answer to a question that is asked from now on; the first one is asked at once. He is told on
     * the thread that asks, so he is quick about it, and throws nothing.
     *
     * @param answered takes an answer
     * @param failed takes the reason why there was none
     */
    public synchronized Listening listen(K what, Consumer<T> answered, Consumer<Exception> failed) {
        Listener<T> listener = new Listener<>(answered, failed);
        Poll poll = running.computeIfAbsent(what, Poll::new);
        poll.add(listener);
        return () -> leave(poll, listener);
    }

    private synchronized void leave(Poll poll, Listener<T> listener) {
        if (poll.listeners.remove(listener) && poll.listeners.isEmpty()) {
            running.remove(poll.what);
            poll.end();
        }
    }

    private final class Poll {
        private final K what;
        private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();
        private final ScheduledExecutorService clock;

        Poll(K what) {
            this.what = what;
            this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            });
        }

        void add(Listener<T> listener) {
            boolean first = listeners.isEmpty();
            listeners.add(listener);
            if (first) {
                var ignored = clock.scheduleWithFixedDelay(
                        this::ask, 0, every.apply(what).toNanos(), TimeUnit.NANOSECONDS);
            } else {
                clock.execute(this::ask);
            }
        }

        void end() {
            var ignored = clock.shutdownNow();
        }

        private void ask() {
            // Who comes while it is being asked is not told: the answer may be older than his wish.
            List<Listener<T>> present = List.copyOf(listeners);
            T answer;
            try {
                answer = question.ask(what);
            } catch (Exception e) {
                present.forEach(listener -> listener.failed().accept(e));
                return;
            }
            present.forEach(listener -> listener.answered().accept(answer));
        }
    }
}
