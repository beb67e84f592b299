package io.airproof.reference.sts.dub.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the stretches between pauses by their energy. */
public final class Phrases {

    private static final double FRAME_S = 0.01;
    private static final double ABSOLUTE_FLOOR_DB = -55.0;
    private static final double ABOVE_NOISE_DB = 9.0;
    private static final double BELOW_PEAK_DB = 38.0;
    private static final double MIN_LENGTH_S = 0.07;

    private Phrases() {}

    /**
     * The phrases of one channel, in order; none if nothing stands out from silence.
     *
     * @param minPause shorter pauses are part of a phrase, s
     */
    public static List<Phrase> find(float[] mono, int sampleRate, double minPause) {
        double[] levels = levels(mono, sampleRate);
        double threshold = threshold(levels);
        List<Phrase> phrases = new ArrayList<>();
        int start = -1;
        int last = -1;
        int pause = (int) Math.round(minPause / FRAME_S);
        for (int i = 0; i <= levels.length; i++) {
            boolean loud = i < levels.length && levels[i] > threshold;
            if (loud) {
                start = start < 0 ? i : start;
                last = i;
            } else if (start >= 0 && (i == levels.length || i - last > pause)) {
                if ((last + 1 - start) * FRAME_S >= MIN_LENGTH_S) {
                    phrases.add(new Phrase(start * FRAME_S, (last + 1) * FRAME_S));
                }
                start = -1;
            }
        }
        return List.copyOf(phrases);
    }

    /** The same, with those that are closer than {@code minPause} (s) made one. */
    public static List<Phrase> joined(List<Phrase> phrases, double minPause) {
        List<Phrase> joined = new ArrayList<>();
        for (Phrase phrase : phrases) {
            int last = joined.size() - 1;
            if (last >= 0 && phrase.start() - joined.get(last).end() < minPause) {
                joined.set(last, new Phrase(joined.get(last).start(), phrase.end()));
            } else {
                joined.add(phrase);
            }
        }
        return List.copyOf(joined);
    }

    /** Level of each 10 ms, dBFS. */
    static double[] levels(float[] mono, int sampleRate) {
        int frame = (int) Math.round(sampleRate * FRAME_S);
        double[] levels = new double[mono.length / frame];
        for (int i = 0; i < levels.length; i++) {
            double energy = 1e-12;
            for (int k = i * frame; k < (i + 1) * frame; k++) {
                energy += (double) mono[k] * mono[k] / frame;
            }
            levels[i] = 10 * Math.log10(energy);
        }
        return levels;
    }

    private static double threshold(double[] levels) {
        if (levels.length == 0) {
            return ABSOLUTE_FLOOR_DB;
        }
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        double quiet = sorted[sorted.length / 10];
        double peak = sorted[sorted.length * 98 / 100];
        double overNoise = Math.min(quiet + ABOVE_NOISE_DB, peak - ABOVE_NOISE_DB);
        return Math.max(ABSOLUTE_FLOOR_DB, Math.max(peak - BELOW_PEAK_DB, overNoise));
    }
}
