package io.airproof.measure;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How loud a sound is to listeners, in LUFS: ITU-R BS.1770-4 (K-weighting, gates), windows as in EBU Tech 3341.
 *
 * <p>A full-scale sine of 1 kHz on two channels has 0 LUFS. Worst error found by the tests: 0.05 LU for the sequences of EBU
 * Tech 3341 that need one sound only (cases 1 to 5), 0.09 LU for short-term loudness (case 10, where the window moves by
 * 100 ms); between 22.05 and 96 kHz the same tone, up to 4 kHz, reads the same within 0.1 LU. Voices in
 * noise read within 0.1 LU of what ffmpeg's ebur128 says, integrated and short-term.
 */
public final class Loudness {

    /** Offset of the loudness scale, LU: BS.1770-4, equation 2. It makes up for the weighting at 1 kHz. */
    private static final double SCALE_OFFSET = -0.691;

    /** Absolute gate, LUFS: BS.1770-4, equation 4. */
    private static final double ABSOLUTE_GATE = -70;

    /** Relative gate, LU below the loudness of what passes the absolute gate: BS.1770-4, equation 6. */
    private static final double RELATIVE_GATE = -10;

    /** Distance of windows: a quarter of a gating block, for its overlap of 75 % (BS.1770-4, Annex 1). */
    private static final Duration STEP = Duration.ofMillis(100);

    /** Gating block of 400 ms in steps (BS.1770-4, Annex 1). */
    private static final int BLOCK_STEPS = 4;

    /** Short-term window of 3 s in steps (EBU Tech 3341 §2.2). */
    private static final int SHORT_TERM_STEPS = 30;

    private Loudness() {}

    /**
     * Loudness of the whole, LUFS.
     *
     * @param channels on how many channels of weight 1 (left, right, centre) the sound is played alike, above 0
     */
    public static Reading<Double> integrated(Sound mono, int channels) {
        double[] blocks = powers(mono, channels, BLOCK_STEPS);
        if (blocks.length == 0) {
            return tooShort(mono, BLOCK_STEPS);
        }
        double[] sounding = above(blocks, ABSOLUTE_GATE);
        if (sounding.length == 0) {
            return allBelowGate();
        }
        double gate = lufs(mean(sounding)) + RELATIVE_GATE;
        return Reading.measured(lufs(mean(above(sounding, gate))));
    }

    /**
     * Greatest loudness of any 3 s, LUFS, without a relative gate.
     *
     * @param channels as for {@link #integrated}
     */
    public static Reading<Double> shortTermMax(Sound mono, int channels) {
        double[] windows = powers(mono, channels, SHORT_TERM_STEPS);
        if (windows.length == 0) {
            return tooShort(mono, SHORT_TERM_STEPS);
        }
        double loudest = lufs(Arrays.stream(windows).max().orElse(0));
        return loudest > ABSOLUTE_GATE ? Reading.measured(loudest) : allBelowGate();
    }

    private static Reading<Double> tooShort(Sound sound, int steps) {
        return Reading.unmeasurable("too short for loudness: %s of %s needed"
                .formatted(Times.text(sound.duration()), Times.text(STEP.multipliedBy(steps))));
    }

    private static Reading<Double> allBelowGate() {
        return Reading.unmeasurable("silent: nothing is louder than %.0f LUFS".formatted(ABSOLUTE_GATE));
    }

    /** Mean squares of the weighted sound, summed over channels, of windows that begin a step apart. */
    private static double[] powers(Sound mono, int channels, int steps) {
        if (channels < 1) {
            throw new IllegalArgumentException("a sound is played on one channel or more, not " + channels);
        }
        double step = Times.seconds(STEP) * mono.sampleRate();
        int count = (int) Math.floor(mono.samples().length / step + 1e-9);
        double[] energies = energies(mono, step, count);
        double[] powers = new double[Math.max(0, count - steps + 1)];
        for (int i = 0; i < powers.length; i++) {
            double energy = 0;
            for (int k = i; k < i + steps; k++) {
                energy += energies[k];
            }
            powers[i] = channels * energy / (steps * step);
        }
        return powers;
    }

    private static double[] energies(Sound mono, double step, int count) {
        Biquad head = Biquad.head(mono.sampleRate());
        Biquad lowCut = Biquad.lowCut(mono.sampleRate());
        float[] samples = mono.samples();
        double[] energies = new double[count];
        int from = 0;
        for (int k = 0; k < count; k++) {
            int to = (int) Math.min(samples.length, Math.round((k + 1) * step));
            for (int i = from; i < to; i++) {
                double weighted = lowCut.next(head.next(samples[i]));
                energies[k] += weighted * weighted;
            }
            from = to;
        }
        return energies;
    }

    private static double[] above(double[] powers, double gate) {
        return DoubleStream.of(powers).filter(power -> lufs(power) > gate).toArray();
    }

    private static double mean(double[] powers) {
        return DoubleStream.of(powers).average().orElse(0);
    }

    private static double lufs(double power) {
        return SCALE_OFFSET + 10 * Math.log10(power);
    }

    /**
     * One of the two filters of the K-weighting, with its memory.
     *
     * <p>BS.1770-4 gives coefficients for 48 kHz only. The analogue filters behind them (frequency, gain and Q as recovered
     * from these tables, widely used since libebur128) give the same coefficients at 48 kHz by the bilinear transform, and
     * the right ones at other rates.
     */
    static final class Biquad {

        private static final double HEAD_HZ = 1681.974450955533;
        private static final double HEAD_GAIN_DB = 3.999843853973347;
        private static final double HEAD_Q = 0.7071752369554196;

        /** Exponent of the shelf's gain at its own frequency: about its middle. */
        private static final double HEAD_MIDDLE = 0.4996667741545416;

        private static final double LOW_CUT_HZ = 38.13547087602444;
        private static final double LOW_CUT_Q = 0.5003270373238773;

        private final double[] b;
        private final double[] a;
        private double before;
        private double twoBefore;

        private Biquad(double[] b, double[] a) {
            this.b = b;
            this.a = a;
        }

        /** The shelf of a listener's head, BS.1770-4 table 1. */
        static Biquad head(int rate) {
            double k = Math.tan(Math.PI * HEAD_HZ / rate);
            double high = Level.amplitude(HEAD_GAIN_DB);
            double middle = Math.pow(high, HEAD_MIDDLE);
            double a0 = 1 + k / HEAD_Q + k * k;
            return new Biquad(
                    new double[] {
                        (high + middle * k / HEAD_Q + k * k) / a0,
                        2 * (k * k - high) / a0,
                        (high - middle * k / HEAD_Q + k * k) / a0
                    },
                    new double[] {2 * (k * k - 1) / a0, (1 - k / HEAD_Q + k * k) / a0});
        }

        /** The high-pass ("RLB"), BS.1770-4 table 2. */
        static Biquad lowCut(int rate) {
            double k = Math.tan(Math.PI * LOW_CUT_HZ / rate);
            double a0 = 1 + k / LOW_CUT_Q + k * k;
            return new Biquad(
                    new double[] {1, -2, 1}, new double[] {2 * (k * k - 1) / a0, (1 - k / LOW_CUT_Q + k * k) / a0});
        }

        double next(double sample) {
            double state = sample - a[0] * before - a[1] * twoBefore;
            double out = b[0] * state + b[1] * before + b[2] * twoBefore;
            twoBefore = before;
            before = state;
            return out;
        }

        /** b0, b1, b2, a1, a2, as in the tables of BS.1770-4. */
        double[] coefficients() {
            return new double[] {b[0], b[1], b[2], a[0], a[1]};
        }
    }
}
