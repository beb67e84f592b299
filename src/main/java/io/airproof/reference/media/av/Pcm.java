package io.airproof.reference.media.av;

/**
 * Decoded sound.
 *
 * @param interleaved samples, −1 to 1, the channels of one moment side by side; not copied, not to be changed later
 * @param channels 1 or 2
 * @param sampleRate in Hz
 */
@SuppressWarnings("ArrayRecordComponent")
public record Pcm(float[] interleaved, int channels, int sampleRate) {
    /** Silence of the given length in samples per channel. */
    public static Pcm silence(int samples, int channels, int sampleRate) {
        return new Pcm(new float[samples * channels], channels, sampleRate);
    }

    /** Length in samples per channel. */
    public int samples() {
        return interleaved.length / channels;
    }

    /** Length in seconds. */
    public double seconds() {
        return (double) samples() / sampleRate;
    }

    /** Length in milliseconds, rounded. */
    public long millis() {
        return Math.round(seconds() * 1000);
    }
}
