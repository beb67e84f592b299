package io.airproof.reference.media.publish;

/**
 * When what is due: output runs in real time from a start, and a wait moves everything behind it. Pure; times in
 * nanoseconds of a monotonic clock and milliseconds of stream time.
 */
final class Timeline {

    private static final long NANOS_PER_MS = 1_000_000;

    private long zeroNanos;

    Timeline(long startNanos, long firstStreamMs) {
        this.zeroNanos = startNanos - firstStreamMs * NANOS_PER_MS;
    }

    /** When a stream time is due. */
    long due(long streamMs) {
        return zeroNanos + streamMs * NANOS_PER_MS;
    }

    /** Moves everything so that a stream time is due now, if it was due earlier; returns by how many ms. */
    long catchUp(long streamMs, long nowNanos) {
        long late = nowNanos - due(streamMs);
        if (late <= 0) {
            return 0;
        }
        zeroNanos += late;
        return late / NANOS_PER_MS;
    }
}
