package io.airproof.reference.sts.dub.sound;

import java.util.Arrays;

/**
 * Tells speech from noise and music. Speech changes its level by syllables, and no voice holds a tone as an instrument
 * does.
 */
public final class SpeechDetector {

    private static final double MIN_LEVEL_RANGE_DB = 6.0;

    /** Spoken words stand out of their pauses by more; with noise 10 dB below them it is 14 dB. */
    private static final double CLEAN_LEVEL_RANGE_DB = 25.0;

    private static final double FRAME_S = 0.02;
    private static final double LATER_S = 0.06;
    /** Chords repeat as slowly as this. */
    private static final int LONGEST_REPEAT_HZ = 18;

    private static final double HELD = 0.985;

    /** Measured: 0 to 0.03 in speech of seven voices, 0.14 and more in music. */
    private static final double MAX_HELD_SHARE = 0.07;

    private SpeechDetector() {}

    /** Whether somebody speaks. */
    public static boolean isSpeech(float[] mono, int sampleRate) {
        return levelRange(mono, sampleRate) >= MIN_LEVEL_RANGE_DB && heldShare(mono, sampleRate) <= MAX_HELD_SHARE;
    }

    /** Whether there is noise in the pauses that may be taken for words. */
    public static boolean isNoisy(float[] mono, int sampleRate) {
        return levelRange(mono, sampleRate) < CLEAN_LEVEL_RANGE_DB;
    }

    /** Between the quiet and the loud moments, dB. */
    static double levelRange(float[] mono, int sampleRate) {
        double[] levels = Phrases.levels(mono, sampleRate);
        double[] smooth = new double[Math.max(0, levels.length - 4)];
        for (int i = 0; i < smooth.length; i++) {
            for (int k = 0; k < 5; k++) {
                smooth[i] += levels[i + k] / 5;
            }
        }
        if (smooth.length == 0) {
            return 0;
        }
        Arrays.sort(smooth);
        return smooth[smooth.length * 95 / 100] - smooth[smooth.length / 10];
    }

    /** The share of the loud moments at which the same wave goes on unchanged a little later, 0 to 1. */
    static double heldShare(float[] mono, int sampleRate) {
        int frame = (int) (FRAME_S * sampleRate);
        int later = (int) (LATER_S * sampleRate);
        int reach = sampleRate / LONGEST_REPEAT_HZ;
        double peak = 1e-9;
        for (float sample : mono) {
            peak = Math.max(peak, Math.abs(sample));
        }
        int loud = 0;
        int held = 0;
        for (int at = 0; at + later + frame + reach < mono.length; at += 2 * frame) {
            double energy = dot(mono, at, at, frame);
            if (energy > frame * peak * peak * 0.0025) {
                loud++;
                held += best(mono, at, at + later, frame, reach) > HELD ? 1 : 0;
            }
        }
        return loud == 0 ? 0 : (double) held / loud;
    }

    private static double best(float[] mono, int at, int from, int frame, int reach) {
        double own = dot(mono, at, at, frame);
        double best = 0;
        for (int shift = 0; shift < reach; shift++) {
            double other = dot(mono, from + shift, from + shift, frame);
            best = Math.max(best, dot(mono, at, from + shift, frame) / Math.sqrt(own * other + 1e-12));
        }
        return best;
    }

    private static double dot(float[] mono, int one, int other, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) mono[one + i] * mono[other + i];
        }
        return sum;
    }
}
