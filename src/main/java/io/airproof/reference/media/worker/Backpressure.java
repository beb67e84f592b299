package io.airproof.reference.media.worker;

import java.time.Duration;
import java.util.Optional;

/**
 * When the STS lets the worker send (contract 6.3). Knows no clock: every question carries the time, in nanoseconds of a
 * monotonic clock.
 */
final class Backpressure {

    /** A {@code slow_down} without a delay of its own. */
    private static final Duration USUAL_DELAY = Duration.ofMillis(500);

    private final Duration pauseLimit;
    private Asked asked = Asked.NONE;
    private Duration delay = Duration.ZERO;
    private long pausedAt;

    private enum Asked {
        NONE,
        SLOW_DOWN,
        PAUSE
    }

    /**
     * No pressure.
     *
     * @param pauseLimit a pause that is not repeated ends by itself after this
     */
    Backpressure(Duration pauseLimit) {
        this.pauseLimit = pauseLimit;
    }

    /** Nothing is to be sent until something else is asked for, or the limit has passed. */
    void pause(long now) {
        asked = Asked.PAUSE;
        pausedAt = now;
    }

    /** Each fragment is to be sent later, by this or the usual 500 ms. */
    void slowDown(Optional<Duration> recommended) {
        asked = Asked.SLOW_DOWN;
        delay = recommended.orElse(USUAL_DELAY);
    }

    /** Everything may be sent at once. */
    void none() {
        asked = Asked.NONE;
    }

    /** Whether nothing may be sent at all. */
    boolean isPaused(long now) {
        return asked == Asked.PAUSE && now - pausedAt < pauseLimit.toNanos();
    }

    /**
     * How long a fragment has to wait yet; zero if it may be sent.
     *
     * @param since when it was there to be sent, or the one before it was sent, whichever is later
     */
    Duration left(long since, long now) {
        long left =
                switch (asked) {
                    case NONE -> 0;
                    case SLOW_DOWN -> delay.toNanos() - (now - since);
                    case PAUSE -> pauseLimit.toNanos() - (now - pausedAt);
                };
        return Duration.ofNanos(Math.max(0, left));
    }
}
