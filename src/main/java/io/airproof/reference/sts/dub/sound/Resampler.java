package io.airproof.reference.sts.dub.sound;

/** Changes the sample rate by a windowed sinc; keeps time, so sample 0 stays at time 0. */
public final class Resampler {

    private static final int HALF_WIDTH = 16;
    private static final double PASS = 0.94;
    private static final int PHASES = 512;

    private Resampler() {}

    /** The same sound at another rate (Hz); its length is rounded to the nearest sample. */
    public static float[] resample(float[] input, int from, int to) {
        if (from == to || input.length == 0) {
            return input;
        }
        double cut = Math.min(1.0, (double) to / from) * PASS;
        int half = (int) Math.ceil(HALF_WIDTH / cut);
        float[][] filters = filters(cut, half);
        int length = Math.toIntExact(Math.round((double) input.length * to / from));
        float[] output = new float[length];
        for (int n = 0; n < length; n++) {
            double at = (double) n * from / to;
            int base = (int) Math.floor(at);
            float[] filter = filters[(int) Math.round((at - base) * PHASES)];
            int first = base - half + 1;
            double sum = 0;
            for (int k = Math.max(0, -first); k < filter.length && first + k < input.length; k++) {
                sum += filter[k] * input[first + k];
            }
            output[n] = (float) sum;
        }
        return output;
    }

    private static float[][] filters(double cut, int half) {
        float[][] filters = new float[PHASES + 1][2 * half];
        for (int phase = 0; phase <= PHASES; phase++) {
            double total = 0;
            for (int k = 0; k < 2 * half; k++) {
                double x = k - half + 1 - (double) phase / PHASES;
                double window = Math.abs(x) >= half ? 0 : Math.pow(Math.cos(Math.PI * x / (2 * half)), 2);
                double sinc = x == 0 ? cut : Math.sin(Math.PI * cut * x) / (Math.PI * x);
                filters[phase][k] = (float) (sinc * window);
                total += filters[phase][k];
            }
            for (int k = 0; k < 2 * half; k++) {
                filters[phase][k] /= (float) total;
            }
        }
        return filters;
    }
}
