package io.airproof.driver.wait;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The waits of the suite. Each has a name, a deadline and a poll interval, leaves a timeline, and fails with an {@link
 * AwaitException}. Whatever a look throws ends the wait at once.
 */
public final class Await {

    /** So many observations of a wait are kept. */
    public static final int POLLS_KEPT = 200;

    /** A wait on a {@link ChangeSignal} looks at least this often, for deadlines and failures that signal nothing. */
    public static final Duration SLOWEST_LOOK = Duration.ofMillis(200);

    private Await() {}

    /**
     * A value that was awaited.
     *
     * @param value it
     * @param timeline how it came
     */
    public record Found<T>(T value, WaitTimeline timeline) {}

    /** For waits that nothing can end early. */
    public static Optional<String> neverFails() {
        return Optional.empty();
    }

    /**
     * Waits until {@code look} has reached what it looks for.
     *
     * @param name what is awaited, to be read after "Awaited:"
     * @param deadline how long at most, above zero
     * @param poll time between two looks, above zero
     * @param failFast asked before each look: why the condition cannot come true any more
     */
    public static WaitTimeline until(
            String name, Duration deadline, Duration poll, Supplier<Look> look, Supplier<Optional<String>> failFast) {
        TimelineWriter timeline = new TimelineWriter(name, Instant.now());
        AtomicReference<Optional<String>> failure = new AtomicReference<>(Optional.empty());
        try {
            Awaitility.await(name)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(poll)
                    .atMost(deadline)
                    .until(() -> {
                        Optional<String> why = failFast.get();
                        failure.set(why);
                        return why.isPresent() || timeline.reached(look.get());
                    });
        } catch (ConditionTimeoutException e) {
            throw new AwaitException(timeline.end(WaitTimeline.Outcome.DEADLINE), deadline, "");
        }
        Optional<String> why = Objects.requireNonNull(failure.get());
        if (why.isPresent()) {
            throw new AwaitException(timeline.end(WaitTimeline.Outcome.FAILED), deadline, why.get());
        }
        return timeline.end(WaitTimeline.Outcome.REACHED);
    }

    /** The same for a wait that nothing can end early. */
    public static WaitTimeline until(String name, Duration deadline, Duration poll, Supplier<Look> look) {
        return until(name, deadline, poll, look, Await::neverFails);
    }

    /**
     * Waits for a value.
     *
     * @param look the value, once it is there; what it is not, {@code "not yet"} stands in the timeline for
     */
    public static <T> Found<T> find(
            String name,
            Duration deadline,
            Duration poll,
            Supplier<Optional<T>> look,
            Supplier<Optional<String>> failFast) {
        AtomicReference<Optional<T>> found = new AtomicReference<>(Optional.empty());
        WaitTimeline timeline = until(
                name,
                deadline,
                poll,
                () -> {
                    Optional<T> seen = look.get();
                    found.set(seen);
                    return new Look(seen.isPresent(), seen.map(Object::toString).orElse("not yet"));
                },
                failFast);
        return new Found<>(Objects.requireNonNull(found.get()).orElseThrow(), timeline);
    }

    /**
     * Waits on something that says when it changes: looks at once, after each change, and every {@link #SLOWEST_LOOK}.
     */
    public static WaitTimeline until(
            String name,
            Duration deadline,
            ChangeSignal signal,
            Supplier<Look> look,
            Supplier<Optional<String>> failFast) {
        Instant started = Instant.now();
        TimelineWriter timeline = new TimelineWriter(name, started);
        while (true) {
            long seen = signal.version();
            Optional<String> failure = failFast.get();
            if (failure.isPresent()) {
                throw new AwaitException(timeline.end(WaitTimeline.Outcome.FAILED), deadline, failure.get());
            }
            if (timeline.reached(look.get())) {
                return timeline.end(WaitTimeline.Outcome.REACHED);
            }
            Duration left = deadline.minus(Duration.between(started, Instant.now()));
            if (left.isNegative() || left.isZero()) {
                throw new AwaitException(timeline.end(WaitTimeline.Outcome.DEADLINE), deadline, "");
            }
            try {
                signal.awaitChange(seen, left.compareTo(SLOWEST_LOOK) < 0 ? left : SLOWEST_LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AwaitException(timeline.end(WaitTimeline.Outcome.FAILED), deadline, "interrupted");
            }
        }
    }
}
