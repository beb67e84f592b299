package io.airproof.reference.media.publish;

/**
 * A segment and where its sound really went.
 *
 * @param segment the segment
 * @param soundStartMs stream time of its first sample, by the count of all samples written before it
 */
record Written(DecidedSegment segment, double soundStartMs) {

    private static final double NANOS_PER_MS = 1e6;

    /**
     * How much later than its picture the sound is heard, against the source, in ms. Pictures are written where they
     * belong, to the millisecond, so what is off is the sound: by the count of samples, or already where it was cut.
     */
    double syncDeltaMs() {
        return soundStartMs - segment.start().toNanos() / NANOS_PER_MS + segment.displacementMs();
    }
}
