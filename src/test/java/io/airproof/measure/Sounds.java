package io.airproof.measure;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Sounds of known truth for the tests of this room. */
final class Sounds {

    private Sounds() {}

    static Sound made(int count, int rate, IntToDoubleFunction sample) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (float) sample.applyAsDouble(i);
        }
        return new Sound(samples, rate, Duration.ZERO);
    }

    static Sound noise(long seed, double seconds, int rate, double amplitude) {
        Random random = new Random(seed);
        return made((int) (seconds * rate), rate, i -> amplitude * random.nextGaussian());
    }

    static Sound silence(double seconds, int rate) {
        return made((int) (seconds * rate), rate, i -> 0);
    }

    static Sound tone(double hertz, double seconds, int rate) {
        return made((int) (seconds * rate), rate, i -> 0.3 * Math.sin(2 * Math.PI * hertz * i / rate));
    }

    static Sound plus(Sound a, Sound b) {
        return made(a.samples().length, a.sampleRate(), i -> a.samples()[i] + (double) b.samples()[i]);
    }

    static Sound gained(Sound sound, double gain) {
        return made(sound.samples().length, sound.sampleRate(), i -> gain * sound.samples()[i])
                .startingAt(sound.start());
    }

    /** A sound that begins {@code samples} later, over a length of {@code count} samples. */
    static Sound delayed(Sound sound, int samples, int count) {
        return made(count, sound.sampleRate(), i -> {
            int from = i - samples;
            return from >= 0 && from < sound.samples().length ? sound.samples()[from] : 0;
        });
    }

    /**
     * Words of one or two vowels and a hiss, one per second from 0.1 s on: pulses of a voice through formants. Another seed
     * says other words.
     */
    static Sound speech(long seed, double seconds, int rate) {
        float[] samples = new float[(int) (seconds * rate)];
        Random random = new Random(seed);
        for (int word = 0; word < (int) seconds; word++) {
            double at = word + 0.1;
            int syllables = 2 + random.nextInt(2);
            for (int s = 0; s < syllables; s++) {
                double length = 0.10 + 0.08 * random.nextDouble();
                if (random.nextBoolean()) {
                    hiss(samples, rate, at, 0.06, random);
                }
                vowel(samples, rate, at + 0.07, length, random);
                at += 0.07 + length + 0.02;
            }
        }
        return new Sound(samples, rate, Duration.ZERO);
    }

    private static void hiss(float[] samples, int rate, double at, double length, Random random) {
        double before = 0;
        for (int i = 0; i < length * rate; i++) {
            double white = random.nextGaussian();
            add(samples, (int) (at * rate) + i, 0.02 * (white - before) * swell(i / (length * rate)));
            before = white;
        }
    }

    private static void vowel(float[] samples, int rate, double at, double length, Random random) {
        double first = 300 + 500 * random.nextDouble();
        double second = 900 + 1300 * random.nextDouble();
        double glide = -200 + 400 * random.nextDouble();
        double pitch = 95 + 40 * random.nextDouble();
        double phase = 0;
        for (int i = 0; i < length * rate; i++) {
            double part = i / (length * rate);
            phase += (pitch - 15 * part) / rate;
            double value = 0;
            for (int h = 1; h <= 30; h++) {
                double hertz = h * pitch;
                value += (bell(hertz, first + glide * part, 120) + 0.6 * bell(hertz, second - glide * part, 160))
                        * Math.sin(2 * Math.PI * h * phase + h * h);
            }
            add(samples, (int) (at * rate) + i, 0.08 * value * swell(part));
        }
    }

    private static void add(float[] samples, int index, double value) {
        if (index < samples.length) {
            samples[index] += (float) value;
        }
    }

    private static double bell(double hertz, double centre, double width) {
        double u = (hertz - centre) / width;
        return 1 / (1 + u * u);
    }

    private static double swell(double part) {
        return Math.sin(Math.PI * Math.min(1, Math.max(0, part)));
    }
}
