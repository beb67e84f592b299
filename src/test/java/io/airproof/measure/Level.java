package io.airproof.measure;

import io.airproof.media.Sound;

/** How loud a sound is, relative to full scale. */
public final class Level {

    private Level() {}

    /**
     * Root mean square in dB relative to an amplitude of 1 (a full-scale sine has −3.01 dBFS). Digital silence, and a sound
     * without samples, has {@link Double#NEGATIVE_INFINITY}.
     */
    public static double rmsDbfs(Sound sound) {
        double rms = rms(sound.samples(), 0, sound.samples().length);
        return rms == 0 ? Double.NEGATIVE_INFINITY : 20 * Math.log10(rms);
    }

    /** No louder than {@link Thresholds#SILENCE_DBFS}. */
    public static boolean isSilent(Sound sound) {
        return rmsDbfs(sound) <= Thresholds.SILENCE_DBFS;
    }

    static double rms(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return to > from ? Math.sqrt(sum / (to - from)) : 0;
    }

    static double amplitude(double dbfs) {
        return Math.pow(10, dbfs / 20);
    }
}
