package io.airproof.reference.media.av;

/**
 * One AAC frame.
 *
 * @param data raw frame without ADTS header; not copied, not to be changed
 * @param position of its first decoded sample, counted from the first sample given to the encoder; the first frame
 *     stands at minus {@link AacEncoder#FRAME_SAMPLES}, the encoder's delay
 * @param duration in samples
 */
@SuppressWarnings("ArrayRecordComponent")
public record EncodedAudio(byte[] data, long position, long duration) {}
