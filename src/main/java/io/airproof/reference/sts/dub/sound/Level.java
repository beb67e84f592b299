package io.airproof.reference.sts.dub.sound;

/** Brings a sound to a loudness without letting it overload. */
public final class Level {

    /** No peak above this after matching; an encoder may add a decibel or so to it, dBFS. */
    static final double CEILING_DB = -3.0;

    private static final int ROUNDS = 3;
    private static final double CLOSE_ENOUGH_LU = 0.3;
    private static final double MAX_GAIN_DB = 40.0;

    private Level() {}

    /** The sound, on {@code channels} channels, at a loudness (LUFS) as near to the wanted as its peaks allow. */
    public static Pcm match(float[] mono, int channels, int sampleRate, double wantedLufs) {
        float[] sound = mono;
        for (int round = 0; round < ROUNDS; round++) {
            double has = Loudness.integrated(Pcm.spread(sound, channels, sampleRate));
            double missing = wantedLufs - has;
            if (has <= Loudness.SILENCE || (round > 0 && Math.abs(missing) < CLOSE_ENOUGH_LU)) {
                break;
            }
            sound = limit(sound, Math.pow(10, Math.min(missing, MAX_GAIN_DB) / 20), sampleRate);
        }
        return Pcm.spread(sound, channels, sampleRate);
    }

    /** Applies a gain, and turns it down smoothly for a few milliseconds around each peak above the ceiling. */
    private static float[] limit(float[] sound, double gain, int sampleRate) {
        double ceiling = Math.pow(10, CEILING_DB / 20);
        int step = Math.max(1, sampleRate / 1000);
        int steps = sound.length / step + 2;
        double[] allowed = new double[steps];
        java.util.Arrays.fill(allowed, 1.0);
        for (int i = 0; i < sound.length; i++) {
            double peak = Math.abs(sound[i]) * gain;
            if (peak > ceiling) {
                allowed[i / step] = Math.min(allowed[i / step], ceiling / peak);
            }
        }
        double[] smooth = mean(least(allowed, 6), 4);
        float[] limited = new float[sound.length];
        for (int i = 0; i < sound.length; i++) {
            double part = (double) (i % step) / step;
            double turn = smooth[i / step] * (1 - part) + smooth[i / step + 1] * part;
            limited[i] = (float) (sound[i] * gain * turn);
        }
        return limited;
    }

    private static double[] least(double[] values, int reach) {
        double[] least = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            least[i] = 1.0;
            for (int k = Math.max(0, i - reach); k <= Math.min(values.length - 1, i + reach); k++) {
                least[i] = Math.min(least[i], values[k]);
            }
        }
        return least;
    }

    private static double[] mean(double[] values, int reach) {
        double[] mean = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - reach);
            int to = Math.min(values.length - 1, i + reach);
            for (int k = from; k <= to; k++) {
                mean[i] += values[k] / (to - from + 1);
            }
        }
        return mean;
    }
}
