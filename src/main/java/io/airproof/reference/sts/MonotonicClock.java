package io.airproof.reference.sts;

import java.time.Instant;

/** Wall-clock time that never jumps: the time at the start of the process plus what has passed since. */
final class MonotonicClock {

    private static final Instant START = Instant.now();
    private static final long START_NANOS = System.nanoTime();

    private MonotonicClock() {}

    static Instant now() {
        return START.plusNanos(System.nanoTime() - START_NANOS);
    }
}
