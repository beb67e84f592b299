package io.airproof.measure;

import io.airproof.media.Sound;

/**
 * Changes the sample rate by a windowed sinc (Kaiser window, 48 zero crossings to each side), without delay: a sample at
 * stream time t stays at t.
 *
 * <p>Flat to 0.93 of the lower Nyquist frequency; worst correlation found by tests after going to another rate and back:
 * 0.9999 for band-limited sound, among 16, 22.05, 44.1 and 48 kHz.
 */
public final class Resampler {

    private static final int ZERO_CROSSINGS = 48;
    private static final double ROLL_OFF = 0.96;
    private static final double KAISER_BETA = 8;

    private Resampler() {}

    /** Two sounds of one sample rate. */
    public record Pair(Sound first, Sound second) {}

    /** Both sounds at the lower of their rates. */
    public static Pair atCommonRate(Sound first, Sound second) {
        int rate = Math.min(first.sampleRate(), second.sampleRate());
        return new Pair(resample(first, rate), resample(second, rate));
    }

    /**
     * The sound at another sample rate.
     *
     * @param rate samples per second, above 0
     */
    public static Sound resample(Sound sound, int rate) {
        if (rate <= 0) {
            throw new IllegalArgumentException("a sample rate is above 0: " + rate);
        }
        if (rate == sound.sampleRate()) {
            return sound;
        }
        int divisor = gcd(rate, sound.sampleRate());
        int up = rate / divisor;
        int down = sound.sampleRate() / divisor;
        float[] in = sound.samples();
        float[] out = new float[(int) (((long) in.length * up + down - 1) / down)];

        double cutoff = ROLL_OFF * Math.min(1, (double) up / down);
        int half = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        double[][] phases = new double[up][];
        for (int k = 0; k < out.length; k++) {
            long position = (long) k * down;
            int centre = (int) (position / up);
            int phase = (int) (position % up);
            if (phases[phase] == null) {
                phases[phase] = kernel((double) phase / up, cutoff, half);
            }
            out[k] = (float) apply(phases[phase], in, centre - half + 1);
        }
        return new Sound(out, rate, sound.start());
    }

    private static double apply(double[] kernel, float[] in, int first) {
        double sum = 0;
        for (int i = Math.max(0, -first); i < Math.min(kernel.length, in.length - first); i++) {
            sum += kernel[i] * in[first + i];
        }
        return sum;
    }

    /** Weights of the 2·half samples around a place that lies {@code fraction} after the sample half − 1. */
    private static double[] kernel(double fraction, double cutoff, int half) {
        double[] weights = new double[2 * half];
        for (int i = 0; i < weights.length; i++) {
            double distance = i - (half - 1) - fraction;
            double u = distance / half;
            double window = Math.abs(u) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - u * u)) / bessel(KAISER_BETA);
            weights[i] = cutoff * sinc(cutoff * distance) * window;
        }
        return weights;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-12 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Modified Bessel function of the first kind, order 0. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-14; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
