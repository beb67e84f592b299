package io.airproof.driver.ffmpeg;

import java.time.Duration;

/**
 * What a piece of coded audio truly is, found by decoding it, whatever is declared about it.
 *
 * @param container {@code mp4}, {@code adts} or {@code unknown}, by its first bytes
 * @param brand major brand of an MP4 with its blanks, for example {@code "M4A "}; empty for others
 * @param indexFirst whether an MP4's {@code moov} stands before its {@code mdat}; false for others
 * @param sampleRate samples per second and channel
 * @param channels number of channels
 * @param sampleCount decoded samples per channel
 */
public record DecodedAudio(
        String container, String brand, boolean indexFirst, int sampleRate, int channels, long sampleCount) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Decoded length. */
    public Duration duration() {
        return Duration.ofNanos(Math.round(sampleCount * NANOS_PER_SECOND / sampleRate));
    }
}
