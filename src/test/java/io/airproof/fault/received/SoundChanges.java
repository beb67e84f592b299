package io.airproof.fault.received;

import io.airproof.measure.Resampler;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Changes of samples; what lies outside of the sound is left out, and a change that lies outside wholly is refused. */
final class SoundChanges {

    private static final Duration CLICK = Duration.ofMillis(2);
    private static final Duration FADE = Duration.ofMillis(10);
    private static final double DECIBELS_PER_DECADE = 20;

    private SoundChanges() {}

    static UnaryOperator<Sound> gap(Duration at, Duration length) {
        return sound -> {
            Span span = Span.of(sound, at, length);
            float[] samples = sound.samples().clone();
            Arrays.fill(samples, span.from(), span.to(), 0);
            return with(sound, samples);
        };
    }

    static UnaryOperator<Sound> muted(Duration at, Duration length) {
        return sound -> {
            Span span = Span.of(sound, at, length);
            int fade = Math.max(1, new Sound(new float[0], sound.sampleRate(), Duration.ZERO).indexAt(FADE));
            float[] samples = sound.samples().clone();
            for (int i = Math.max(0, span.from() - fade); i < Math.min(samples.length, span.to() + fade); i++) {
                int away = Math.max(0, Math.max(span.from() - i, i - span.to() + 1));
                samples[i] *= away / (float) fade;
            }
            return with(sound, samples);
        };
    }

    static UnaryOperator<Sound> click(Duration at) {
        return sound -> {
            Span span = Span.of(sound, at, CLICK);
            float[] samples = sound.samples().clone();
            int middle = (span.from() + span.to()) / 2;
            Arrays.fill(samples, span.from(), middle, 1f);
            Arrays.fill(samples, middle, span.to(), -1f);
            return with(sound, samples);
        };
    }

    static UnaryOperator<Sound> gained(double gainDb) {
        float gain = amplitude(gainDb);
        return sound -> {
            float[] samples = sound.samples().clone();
            for (int i = 0; i < samples.length; i++) {
                samples[i] = Math.max(-1f, Math.min(1f, samples[i] * gain));
            }
            return with(sound, samples);
        };
    }

    static UnaryOperator<Sound> mixedUnder(Sound other, Duration at, double levelDb) {
        float gain = amplitude(levelDb);
        return sound -> {
            Sound added = sameRate(other, sound);
            Span span = Span.of(sound, at, added.duration());
            int start = sound.indexAt(at);
            float[] samples = sound.samples().clone();
            for (int i = span.from(); i < Math.min(span.to(), start + added.samples().length); i++) {
                samples[i] += gain * added.samples()[i - start];
            }
            return with(sound, samples);
        };
    }

    static UnaryOperator<Sound> segmentReplaced(Duration at, Sound by) {
        return sound -> {
            Sound put = sameRate(by, sound);
            Span span = Span.of(sound, at, put.duration());
            int start = sound.indexAt(at);
            float[] samples = sound.samples().clone();
            int to = Math.min(span.to(), start + put.samples().length);
            System.arraycopy(put.samples(), span.from() - start, samples, span.from(), to - span.from());
            return with(sound, samples);
        };
    }

    static UnaryOperator<Sound> segmentsSwapped(Duration a, Duration b, Duration length) {
        if (a.minus(b).abs().compareTo(length) < 0) {
            throw new IllegalArgumentException("segments of %s at %s and %s overlap".formatted(length, a, b));
        }
        return sound -> {
            Span spanA = Span.of(sound, a, length);
            Span spanB = Span.of(sound, b, length);
            int count = Math.min(spanA.length(), spanB.length());
            float[] samples = sound.samples().clone();
            System.arraycopy(sound.samples(), spanB.from(), samples, spanA.from(), count);
            System.arraycopy(sound.samples(), spanA.from(), samples, spanB.from(), count);
            return with(sound, samples);
        };
    }

    private static Sound sameRate(Sound other, Sound sound) {
        return other.sampleRate() == sound.sampleRate() ? other : Resampler.resample(other, sound.sampleRate());
    }

    private static Sound with(Sound sound, float[] samples) {
        return new Sound(samples, sound.sampleRate(), sound.start());
    }

    private static float amplitude(double db) {
        return (float) Math.pow(10, db / DECIBELS_PER_DECADE);
    }

    /** Samples from one index to before another, all within the sound. */
    private record Span(int from, int to) {

        static Span of(Sound sound, Duration at, Duration length) {
            int count = sound.samples().length;
            int from = Math.max(0, sound.indexAt(at));
            int to = Math.min(count, sound.indexAt(at.plus(length)));
            if (from >= to) {
                throw new IllegalArgumentException("%s from %s on lies outside of the %s".formatted(length, at, sound));
            }
            return new Span(from, to);
        }

        int length() {
            return to - from;
        }
    }
}
