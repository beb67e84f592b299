package io.airproof.reference.media.mix;

import io.airproof.reference.media.av.Pcm;
import java.util.Arrays;
import java.util.Optional;

/** Makes a dub exactly as long as its segment (contract 5.4). Pure. */
public final class Fit {

    /** A dub that is off by more is no dub of this segment. */
    public static final double MOST_OFF = 0.20;

    /** Contract 5.4: joins are neither gap nor click, edges are faded for at most 5 ms. */
    static final double EDGE_S = 0.003;

    private static final double CUT_FADE_S = 0.020;

    private Fit() {}

    /**
     * The dub in as many samples as its segment has: silence at the end if it is shorter, cut with a fade if longer.
     *
     * @param dub at the segment's sample rate and channel count
     * @param samples length of the segment
     * @return empty if the length is off by more than 20 %
     */
    public static Optional<Pcm> to(Pcm dub, int samples) {
        if (Math.abs(dub.samples() - samples) > MOST_OFF * samples) {
            return Optional.empty();
        }
        int channels = dub.channels();
        float[] fitted = Arrays.copyOf(dub.interleaved(), samples * channels);
        int sounding = Math.min(dub.samples(), samples);
        boolean cut = dub.samples() > samples;
        fadeIn(fitted, channels, (int) (EDGE_S * dub.sampleRate()));
        fadeOut(fitted, channels, sounding, (int) ((cut ? CUT_FADE_S : EDGE_S) * dub.sampleRate()));
        return Optional.of(new Pcm(fitted, channels, dub.sampleRate()));
    }

    static void fadeIn(float[] samples, int channels, int length) {
        int most = Math.min(length, samples.length / channels);
        for (int i = 0; i < most * channels; i++) {
            int step = i / channels;
            samples[i] *= (float) step / most;
        }
    }

    static void fadeOut(float[] samples, int channels, int end, int length) {
        int most = Math.min(length, end);
        for (int i = 0; i < most * channels; i++) {
            int step = i / channels;
            samples[end * channels - 1 - i] *= (float) step / most;
        }
    }
}
