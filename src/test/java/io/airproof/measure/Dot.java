package io.airproof.measure;

/** Sums of products. */
final class Dot {

    private Dot() {}

    /**
     * Σ kernel[i] · samples[first + i] over {@code i} from {@code from} up to {@code to}. Four sums side by side: one alone
     * would wait for each addition before it can begin the next.
     */
    static double of(double[] kernel, float[] samples, int first, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += kernel[i] * samples[first + i];
            b += kernel[i + 1] * samples[first + i + 1];
            c += kernel[i + 2] * samples[first + i + 2];
            d += kernel[i + 3] * samples[first + i + 3];
        }
        for (; i < to; i++) {
            a += kernel[i] * samples[first + i];
        }
        return a + b + (c + d);
    }

    /** Σ a[aFrom + i] · b[bFrom + i] over {@code count} values. */
    static double of(double[] a, int aFrom, double[] b, int bFrom, int count) {
        double s = 0;
        double t = 0;
        double u = 0;
        double v = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            s += a[aFrom + i] * b[bFrom + i];
            t += a[aFrom + i + 1] * b[bFrom + i + 1];
            u += a[aFrom + i + 2] * b[bFrom + i + 2];
            v += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < count; i++) {
            s += a[aFrom + i] * b[bFrom + i];
        }
        return s + t + (u + v);
    }

    /** Σ (a[i] − b[i])². */
    static double squaredDistance(double[] a, double[] b) {
        double s = 0;
        double t = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            s += (a[i] - b[i]) * (a[i] - b[i]);
            t += (a[i + 1] - b[i + 1]) * (a[i + 1] - b[i + 1]);
        }
        return i < a.length ? s + t + (a[i] - b[i]) * (a[i] - b[i]) : s + t;
    }
}
