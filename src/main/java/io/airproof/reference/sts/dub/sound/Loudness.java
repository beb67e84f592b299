package io.airproof.reference.sts.dub.sound;

import java.util.IdentityHashMap;
import java.util.Map;

/** Loudness after ITU-R BS.1770: K-weighted, in gated blocks of 400 ms. */
public final class Loudness {

    /** What silence measures, LUFS. */
    public static final double SILENCE = -70.0;

    private static final double OFFSET = -0.691;
    private static final double RELATIVE_GATE_LU = -10.0;

    private Loudness() {}

    /** Integrated loudness, LUFS, at least {@link #SILENCE}. Sound under 400 ms counts as one block. */
    public static double integrated(Pcm sound) {
        double[] energies = stepEnergies(sound);
        double[] blocks = new double[Math.max(1, energies.length - 3)];
        for (int i = 0; i < blocks.length; i++) {
            int end = Math.min(energies.length, i + 4);
            for (int k = i; k < end; k++) {
                blocks[i] += energies[k] / Math.max(1, end - i);
            }
        }
        double open = gatedMean(blocks, power(SILENCE));
        if (open == 0) {
            return SILENCE;
        }
        double gated = gatedMean(blocks, open * Math.pow(10, RELATIVE_GATE_LU / 10));
        return Math.max(SILENCE, OFFSET + 10 * Math.log10(gated));
    }

    private static double power(double lufs) {
        return Math.pow(10, (lufs - OFFSET) / 10);
    }

    private static double gatedMean(double[] blocks, double gate) {
        return java.util.Arrays.stream(blocks)
                .filter(energy -> energy > gate)
                .average()
                .orElse(0);
    }

    /** Mean square per 100 ms, K-weighted, summed over the channels; a channel that comes again is not measured again. */
    private static double[] stepEnergies(Pcm sound) {
        int step = sound.sampleRate() / 10;
        int steps = Math.max(1, sound.length() / step);
        double[] energies = new double[steps];
        Map<float[], Integer> channels = new IdentityHashMap<>();
        for (float[] channel : sound.channels()) {
            channels.merge(channel, 1, Integer::sum);
        }
        channels.forEach((channel, times) -> {
            Biquad shelf = Biquad.highShelf(sound.sampleRate(), 1681.974, 3.99984, 0.7071752);
            Biquad pass = Biquad.highPass(sound.sampleRate(), 38.13547, 0.5003270);
            for (int i = 0; i < channel.length; i++) {
                double y = pass.next(shelf.next(channel[i]));
                int at = i / step;
                if (at < steps) {
                    energies[at] += times * y * y / Math.min(step, channel.length);
                }
            }
        });
        return energies;
    }
}
