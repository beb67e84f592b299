package io.airproof.measure;

import io.airproof.media.Sound;
import java.util.Arrays;

/**
 * The shape of the spectrum over time as mel-frequency cepstral coefficients: 12 of them each 10 ms, without their mean,
 * so that neither level nor microphone counts, each with its change.
 *
 * @param frames one row for each 10 ms
 */
record Cepstra(double[][] frames) {

    static final int SAMPLE_RATE = 16_000;
    private static final int SIZE = 512;
    private static final int WINDOW = SAMPLE_RATE / 40;
    private static final int HOP = SAMPLE_RATE / 100;
    private static final int BANDS = 26;
    private static final int COEFFICIENTS = 12;
    private static final double LOWEST_HZ = 100;
    private static final double HIGHEST_HZ = 7000;
    private static final double EMPHASIS = 0.97;

    /** Power below which a band counts as silent: 16 bit noise. */
    private static final double FLOOR = 1e-9;

    /** Of a sound at any rate; it is resampled to 16 kHz. */
    static Cepstra of(Sound sound) {
        float[] samples = Resampler.resample(sound, SAMPLE_RATE).samples();
        int count = Math.max(1, (samples.length - WINDOW) / HOP + 1);
        double[][] filters = filters();
        Fft fft = new Fft(SIZE);
        double[][] cepstra = new double[count][];
        for (int n = 0; n < count; n++) {
            cepstra[n] = cepstrum(samples, n * HOP, filters, fft);
        }
        centre(cepstra);
        return new Cepstra(withChanges(cepstra));
    }

    private static double[] cepstrum(float[] samples, int from, double[][] filters, Fft fft) {
        double[] values = new double[SIZE];
        for (int i = 0; i < WINDOW && from + i < samples.length; i++) {
            double before = from + i > 0 ? samples[from + i - 1] : 0;
            double window = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
            values[i] = (samples[from + i] - EMPHASIS * before) * window;
        }
        fft.forward(values);
        double[] powers = new double[SIZE / 2];
        for (int k = 1; k < SIZE / 2; k++) {
            powers[k] = values[2 * k] * values[2 * k] + values[2 * k + 1] * values[2 * k + 1];
        }
        double[] logs = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            logs[band] = Math.log(FLOOR + Dot.of(filters[band], 0, powers, 0, SIZE / 2));
        }
        double[] coefficients = new double[COEFFICIENTS];
        for (int c = 0; c < COEFFICIENTS; c++) {
            for (int band = 0; band < BANDS; band++) {
                coefficients[c] += logs[band] * Math.cos(Math.PI * (c + 1) * (band + 0.5) / BANDS);
            }
        }
        return coefficients;
    }

    private static double[][] filters() {
        double low = mel(LOWEST_HZ);
        double step = (mel(HIGHEST_HZ) - low) / (BANDS + 1);
        double[][] filters = new double[BANDS][SIZE / 2];
        for (int band = 0; band < BANDS; band++) {
            for (int k = 0; k < SIZE / 2; k++) {
                double place = (mel((double) k * SAMPLE_RATE / SIZE) - low) / step - band;
                filters[band][k] = Math.max(0, 1 - Math.abs(place - 1));
            }
        }
        return filters;
    }

    private static double mel(double hertz) {
        return 2595 * Math.log10(1 + hertz / 700);
    }

    private static void centre(double[][] cepstra) {
        for (int c = 0; c < COEFFICIENTS; c++) {
            int coefficient = c;
            double mean = Arrays.stream(cepstra)
                    .mapToDouble(frame -> frame[coefficient])
                    .average()
                    .orElse(0);
            for (double[] frame : cepstra) {
                frame[c] -= mean;
            }
        }
    }

    private static double[][] withChanges(double[][] cepstra) {
        double[][] all = new double[cepstra.length][2 * COEFFICIENTS];
        for (int n = 0; n < cepstra.length; n++) {
            double[] before = cepstra[Math.max(0, n - 2)];
            double[] after = cepstra[Math.min(cepstra.length - 1, n + 2)];
            for (int c = 0; c < COEFFICIENTS; c++) {
                all[n][c] = cepstra[n][c];
                all[n][COEFFICIENTS + c] = after[c] - before[c];
            }
        }
        return all;
    }

    /**
     * How unlike another word this one is: the mean distance along the best way to bend the one's time to the other's
     * (dynamic time warping); 0 for the same.
     */
    double distanceTo(Cepstra other) {
        return distanceTo(other, Double.POSITIVE_INFINITY);
    }

    /** The same, or infinite as soon as it is known to be above {@code most}: costs only grow along the way. */
    double distanceTo(Cepstra other, double most) {
        int rows = frames.length;
        int columns = other.frames.length;
        double[] cost = new double[columns + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        for (double[] frame : frames) {
            double[] next = new double[columns + 1];
            next[0] = Double.POSITIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                double step = Math.sqrt(Dot.squaredDistance(frame, other.frames[j]));
                next[j + 1] = Math.min(cost[j] + 2 * step, Math.min(cost[j + 1], next[j]) + step);
                least = Math.min(least, next[j + 1]);
            }
            if (least > most * (rows + columns)) {
                return Double.POSITIVE_INFINITY;
            }
            cost = next;
        }
        return cost[columns] / (rows + columns);
    }
}
