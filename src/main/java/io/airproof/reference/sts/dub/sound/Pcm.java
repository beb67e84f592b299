package io.airproof.reference.sts.dub.sound;

import java.time.Duration;

/**
 * Decoded sound.
 *
 * @param channels one array of samples (−1 to 1) per channel, all of one length; not copied, so not to be changed
 * @param sampleRate Hz
 */
public record Pcm(float[][] channels, int sampleRate) {

    /** Samples per channel. */
    public int length() {
        return channels[0].length;
    }

    /** How long it sounds. */
    public Duration duration() {
        return Duration.ofNanos(Math.round(length() * 1e9 / sampleRate));
    }

    /** How long it sounds, rounded to ms. */
    public int durationMs() {
        return Math.toIntExact(Math.round(length() * 1000.0 / sampleRate));
    }

    /** The mean of the channels. */
    public float[] mono() {
        if (channels.length == 1) {
            return channels[0];
        }
        float[] mono = new float[length()];
        for (float[] channel : channels) {
            for (int i = 0; i < mono.length; i++) {
                mono[i] += channel[i] / channels.length;
            }
        }
        return mono;
    }

    /** One channel, on as many channels as wanted. */
    public static Pcm spread(float[] mono, int count, int sampleRate) {
        float[][] channels = new float[count][];
        java.util.Arrays.fill(channels, mono);
        return new Pcm(channels, sampleRate);
    }
}
