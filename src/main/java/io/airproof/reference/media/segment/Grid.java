package io.airproof.reference.media.segment;

import java.time.Duration;

/**
 * The grid of contract 5.2: segment k covers stream time [k × length, (k + 1) × length), for sound in samples. Each
 * boundary is rounded by itself, so that no error adds up.
 *
 * @param length of a segment
 * @param sampleRate of the sound, in Hz
 */
public record Grid(Duration length, int sampleRate) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Index of the first sample of a segment. */
    public long firstSample(int segment) {
        return sampleAt(start(segment));
    }

    /** Index of the sample at a moment of stream time. */
    public long sampleAt(Duration streamTime) {
        return Math.round(streamTime.toNanos() / NANOS_PER_SECOND * sampleRate);
    }

    /** How many samples a whole segment has. */
    public int samples(int segment) {
        return (int) (firstSample(segment + 1) - firstSample(segment));
    }

    /** The segment that a moment of stream time falls into. */
    public int segmentAt(Duration streamTime) {
        return (int) Math.floorDiv(streamTime.toNanos(), length.toNanos());
    }

    /** Stream time of the beginning of a segment. */
    public Duration start(int segment) {
        return length.multipliedBy(segment);
    }
}
