package io.airproof.measure;

import io.airproof.media.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds clicks: a few ms that the sound before does not foretell, alone among what does.
 *
 * <p>Linear prediction takes out what is regular (tones, vowels). What remains of a click stands out of what remains in the
 * 25 ms before and after it; the pulses of a voice come in company and do not. So a click is missed if another of its height
 * lies within 3 to 25 ms, or if it lies within 5 ms of an end of the sound. A sound that starts or stops within one sample
 * is a click, too. A smooth bump (half a sine of 2 ms) is none: there is no edge to be heard.
 */
final class Clicks {

    /** Taps of the prediction: 8 tones or formants. */
    private static final int ORDER = 16;

    /** Prediction is made for this long from a window of twice its length. */
    private static final double FRAME_S = 0.040;

    /** Share of white noise that keeps the equations solvable: −90 dB, about the noise of 16 bits. */
    private static final double WHITE = 1e-9;

    /** A click with its echo in the prediction is over by then. */
    private static final double NEAR_S = 0.003;

    /** Two periods of the lowest voice (80 Hz). */
    private static final double FAR_S = 0.025;

    /** Without so much to either side there is nothing to stand out of. */
    private static final double SIDE_AT_LEAST_S = 0.005;

    /** Height from which on it counts. Ours: half of the 0.1 that must be found. */
    private static final double HEIGHT_AT_LEAST = 0.05;

    /** Height relative to the greatest around. Ours: the tests find none in noise or words. */
    private static final double STANDS_OUT = 2.5;

    private Clicks() {}

    static List<JoinFault> in(Sound sound) {
        double[] height = unforeseen(sound.samples(), (int) Math.round(FRAME_S * sound.sampleRate()));
        int near = (int) Math.round(NEAR_S * sound.sampleRate());
        int far = (int) Math.round(FAR_S * sound.sampleRate());
        int side = (int) Math.round(SIDE_AT_LEAST_S * sound.sampleRate());
        List<JoinFault> clicks = new ArrayList<>();
        int i = side;
        while (i < height.length - side) {
            if (height[i] < HEIGHT_AT_LEAST) {
                i++;
                continue;
            }
            // From its first sample that is great enough, a click may grow for as long as one lasts.
            int peak = greatest(height, i, Math.min(height.length, i + near));
            double before = greatestValue(height, Math.max(ORDER, peak - far), peak - near);
            double after = greatestValue(height, peak + near, Math.min(height.length, peak + far));
            if (height[peak] >= STANDS_OUT * Math.max(before, after)) {
                clicks.add(fault(sound, height, peak, near));
                i = peak + near;
            } else {
                i++;
            }
        }
        return List.copyOf(clicks);
    }

    private static JoinFault fault(Sound sound, double[] height, int peak, int near) {
        double half = height[peak] / 2;
        int first = peak;
        int last = peak;
        for (int i = Math.max(0, peak - near); i < Math.min(height.length, peak + near); i++) {
            if (height[i] >= half) {
                first = Math.min(first, i);
                last = Math.max(last, i);
            }
        }
        return new JoinFault(
                JoinFault.Kind.CLICK,
                sound.start().plus(Times.samples(first, sound.sampleRate())),
                Times.samples(last - first + 1, sound.sampleRate()),
                height[peak]);
    }

    private static int greatest(double[] values, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double greatestValue(double[] values, int from, int to) {
        return from < to ? values[greatest(values, from, to)] : 0;
    }

    /** Distance of each sample from its prediction; 0 for the first ones, which have no past. */
    private static double[] unforeseen(float[] samples, int frame) {
        double[] distance = new double[samples.length];
        double[] window = hann(Math.min(samples.length, 2 * frame));
        for (int from = 0; from < samples.length; from += frame) {
            double[] taps = backwards(prediction(samples, from - frame / 2, window));
            for (int i = Math.max(ORDER, from); i < Math.min(samples.length, from + frame); i++) {
                distance[i] = Math.abs(samples[i] - Dot.of(taps, samples, i - ORDER, 0, ORDER));
            }
        }
        return distance;
    }

    private static double[] hann(int count) {
        double[] window = new double[count];
        for (int i = 0; i < count; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / count);
        }
        return window;
    }

    /** Taps ORDER to 1: as the samples that they belong to follow each other. */
    private static double[] backwards(double[] taps) {
        double[] turned = new double[ORDER];
        for (int k = 1; k <= ORDER; k++) {
            turned[ORDER - k] = taps[k];
        }
        return turned;
    }

    /** Taps 1 to ORDER by the autocorrelation of a window, with Levinson's recursion; 0 for silence. */
    private static double[] prediction(float[] samples, int start, double[] window) {
        // At an end the window moves inwards: an edge of the sound is nothing to be foretold.
        int count = window.length;
        int from = Math.max(0, Math.min(start, samples.length - count));
        double[] windowed = new double[count];
        for (int i = 0; i < count; i++) {
            windowed[i] = samples[from + i] * window[i];
        }
        double[] correlation = new double[ORDER + 1];
        for (int lag = 0; lag <= ORDER; lag++) {
            correlation[lag] = Dot.of(windowed, lag, windowed, 0, count - lag);
        }
        double error = correlation[0] * (1 + WHITE);
        double[] taps = new double[ORDER + 1];
        for (int order = 1; order <= ORDER && error > 0; order++) {
            double reflection = correlation[order];
            for (int k = 1; k < order; k++) {
                reflection -= taps[k] * correlation[order - k];
            }
            reflection /= error;
            double[] before = Arrays.copyOf(taps, taps.length);
            taps[order] = reflection;
            for (int k = 1; k < order; k++) {
                taps[k] = before[k] - reflection * before[order - k];
            }
            error *= 1 - reflection * reflection;
        }
        return taps;
    }
}
