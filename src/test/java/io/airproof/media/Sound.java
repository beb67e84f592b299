package io.airproof.media;

import java.time.Duration;
import java.util.Arrays;

/**
 * Decoded sound of one channel, laid on stream time.
 *
 * @param samples amplitude, −1 to 1 where not clipped; not to be changed
 * @param sampleRate samples per second, above 0
 * @param start stream time of the first sample
 */
public record Sound(float[] samples, int sampleRate, Duration start) {

    private static final double NANOS_PER_SECOND = 1e9;

    public Sound {
        if (sampleRate <= 0) {
            throw new IllegalArgumentException("a sample rate is above 0: " + sampleRate);
        }
    }

    /** How long it is. */
    public Duration duration() {
        return timeOf(samples.length);
    }

    /** Stream time right after the last sample. */
    public Duration end() {
        return start.plus(duration());
    }

    /** The part within stream times {@code from} and {@code to}; what lies outside of the sound is left out. */
    public Sound slice(Duration from, Duration to) {
        int first = Math.max(0, Math.min(samples.length, indexAt(from)));
        int last = Math.max(first, Math.min(samples.length, indexAt(to)));
        return new Sound(Arrays.copyOfRange(samples, first, last), sampleRate, start.plus(timeOf(first)));
    }

    /** The same sound with its first sample at another stream time. */
    public Sound startingAt(Duration newStart) {
        return new Sound(samples, sampleRate, newStart);
    }

    /** Index of the sample that sounds at a stream time: the nearest; may lie outside of the sound. */
    public int indexAt(Duration time) {
        return (int) Math.round(time.minus(start).toNanos() * sampleRate / NANOS_PER_SECOND);
    }

    private Duration timeOf(int sampleCount) {
        return Duration.ofNanos(Math.round(sampleCount * NANOS_PER_SECOND / sampleRate));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sound sound
                && sampleRate == sound.sampleRate
                && start.equals(sound.start)
                && Arrays.equals(samples, sound.samples);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(samples) + sampleRate) + start.hashCode();
    }

    @Override
    public String toString() {
        return "Sound of %s at %d Hz from %s".formatted(duration(), sampleRate, start);
    }

    /** The same sound with its polarity turned. */
    public Sound inverted() {
        float[] turned = samples.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -turned[i];
        }
        return new Sound(turned, sampleRate, start);
    }
}
