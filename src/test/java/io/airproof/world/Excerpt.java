package io.airproof.world;

/**
 * A sound that is ready to be sent, one channel at 48 kHz.
 *
 * @param m4a the file
 * @param durationMs how long it is
 */
record Excerpt(byte[] m4a, long durationMs) {

    /** Rate of every excerpt, in Hz. */
    static final int SAMPLE_RATE = 48_000;
}
