package io.airproof.measure;

import io.airproof.media.Sound;
import java.util.Arrays;
import java.util.Locale;

/**
 * Whether a sound is speech, in whatever language.
 *
 * <p>Speech has voiced parts with a pitch, changes its colour from sound to sound, and swells and fades with its syllables.
 * A steady tone does not fade, a chopped one or a whistled melody has a single partial, noise has no pitch, silence has nothing. Music with a voice
 * may pass: this tells a dub from a broken one, not from a song. Limits were set between speech of two synthetic voices in
 * two languages, which reaches at least 1.8 times each of them, and the sounds named here.
 */
public final class SpeechLikeness {

    /** Share of frames with sound, at least. Ours: one word in a fragment of 6 s gives 0.05. */
    public static final double ACTIVE_SHARE_AT_LEAST = 0.03;

    /** Share of the frames with sound that have a pitch of 70 to 400 Hz, at least. Ours. */
    public static final double VOICED_SHARE_AT_LEAST = 0.25;

    /** Share of the level's modulation at 2 to 8 Hz, where syllables are, at least. Ours. */
    public static final double SYLLABLE_SHARE_AT_LEAST = 0.20;

    /** Modulation of the level within the sound: deviation / mean, at least. Ours. */
    public static final double DEPTH_AT_LEAST = 0.30;

    /** Change of colour: middle half's width / median of the spectral centroid over frames with sound, at least. Ours. */
    public static final double COLOUR_CHANGE_AT_LEAST = 0.20;

    /** Share of a frame's power away from its strongest partial, median over frames with sound, at least. Ours. */
    public static final double RICHNESS_AT_LEAST = 0.10;

    private static final int RATE = 16_000;
    private static final int FRAME = 512;
    private static final int HOP = 160;
    private static final double HOPS_PER_SECOND = (double) RATE / HOP;
    private static final int SHORTEST_LAG = RATE / 400;
    private static final int LONGEST_LAG = RATE / 70;
    private static final double VOICED_CORRELATION = 0.5;
    private static final double ACTIVE_DBFS = -55;
    private static final double ACTIVE_BELOW_LOUD_DB = 30;
    private static final int PARTIAL_BINS = 3;
    private static final int SHORTEST_HOPS = 95;

    private SpeechLikeness() {}

    /**
     * The figures and what follows from them.
     *
     * @param activeShare frames with sound among all, 0 to 1
     * @param voicedShare frames with a pitch of 70 to 400 Hz among those with sound, 0 to 1
     * @param syllableShare modulation of the level at 2 to 8 Hz among that of 0.25 to 20 Hz, 0 to 1
     * @param depth deviation / mean of the level, 0 and above
     * @param colourChange width of the middle half / median of the spectral centroid, 0 and above
     * @param richness share of power away from the strongest partial, 0 (a whistle) to 1
     */
    public record Verdict(
            double activeShare,
            double voicedShare,
            double syllableShare,
            double depth,
            double colourChange,
            double richness) {

        /** Every figure reaches its limit. */
        public boolean speech() {
            return activeShare >= ACTIVE_SHARE_AT_LEAST
                    && voicedShare >= VOICED_SHARE_AT_LEAST
                    && syllableShare >= SYLLABLE_SHARE_AT_LEAST
                    && depth >= DEPTH_AT_LEAST
                    && colourChange >= COLOUR_CHANGE_AT_LEAST
                    && richness >= RICHNESS_AT_LEAST;
        }

        /** The figures for people, each with its limit. */
        public String describe() {
            return String.format(
                    Locale.ROOT,
                    "%s: sound in %.2f of the time (≥ %.2f), a pitch in %.2f of it (≥ %.2f),"
                            + " %.2f of its modulation at 2–8 Hz (≥ %.2f) with depth %.2f (≥ %.2f), colour changes by %.2f (≥ %.2f),"
                            + " richness %.2f (≥ %.2f)",
                    speech() ? "speech" : "no speech",
                    activeShare,
                    ACTIVE_SHARE_AT_LEAST,
                    voicedShare,
                    VOICED_SHARE_AT_LEAST,
                    syllableShare,
                    SYLLABLE_SHARE_AT_LEAST,
                    depth,
                    DEPTH_AT_LEAST,
                    colourChange,
                    COLOUR_CHANGE_AT_LEAST,
                    richness,
                    RICHNESS_AT_LEAST);
        }
    }

    /** Judges a sound; unmeasurable if it is shorter than 1 s or silent. */
    public static Reading<Verdict> of(Sound sound) {
        if (Level.isSilent(sound)) {
            return Reading.unmeasurable("the sound is silent: %.1f dBFS".formatted(Level.rmsDbfs(sound)));
        }
        float[] samples = Resampler.resample(sound, RATE).samples();
        int hops = (samples.length - FRAME) / HOP + 1;
        if (samples.length < FRAME || hops < SHORTEST_HOPS) {
            return Reading.unmeasurable("%s of sound is too short to be judged as speech, 1 s is needed"
                    .formatted(Times.text(sound.duration())));
        }
        double[] levels = new double[hops];
        for (int i = 0; i < hops; i++) {
            levels[i] = Level.rms(samples, i * HOP, i * HOP + FRAME);
        }
        double floor = floor(levels);
        int active = 0;
        int voiced = 0;
        double[] centroids = new double[hops];
        double[] riches = new double[hops];
        Fft fft = new Fft(FRAME);
        Fft twice = new Fft(2 * FRAME);
        for (int i = 0; i < hops; i++) {
            if (levels[i] > floor) {
                double[] magnitudes = magnitudes(fft, samples, i * HOP);
                riches[active] = richness(magnitudes);
                centroids[active++] = centroid(magnitudes);
                voiced += pitchStrength(twice, samples, i * HOP) >= VOICED_CORRELATION ? 1 : 0;
            }
        }
        return Reading.measured(new Verdict(
                (double) active / hops,
                active == 0 ? 0 : (double) voiced / active,
                syllableShare(levels),
                deviationOverMean(levels),
                quartilesOverMedian(Arrays.copyOf(centroids, active)),
                median(Arrays.copyOf(riches, active))));
    }

    private static double floor(double[] levels) {
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        double loud = sorted[(int) (sorted.length * 0.95)];
        return Math.max(Level.amplitude(ACTIVE_DBFS), loud * Level.amplitude(-ACTIVE_BELOW_LOUD_DB));
    }

    /** Highest normalised autocorrelation at the lags of 70 to 400 Hz; by a transform of twice the frame. */
    private static double pitchStrength(Fft twice, float[] samples, int from) {
        double[] values = new double[2 * FRAME];
        double[] energies = new double[FRAME + 1];
        for (int i = 0; i < FRAME; i++) {
            values[i] = samples[from + i];
            energies[i + 1] = energies[i] + values[i] * values[i];
        }
        twice.forward(values);
        double[] products = new double[2 * FRAME];
        twice.addCorrelation(values, values, products);
        twice.inverse(products);
        double best = 0;
        for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
            double early = energies[FRAME - lag];
            double late = energies[FRAME] - energies[lag];
            best = Math.max(best, early > 0 && late > 0 ? products[lag] / Math.sqrt(early * late) : 0);
        }
        return best;
    }

    private static double[] magnitudes(Fft fft, float[] samples, int from) {
        double[] values = new double[FRAME];
        for (int i = 0; i < FRAME; i++) {
            values[i] = samples[from + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME));
        }
        fft.forward(values);
        double[] magnitudes = new double[FRAME / 2];
        for (int bin = 1; bin < FRAME / 2; bin++) {
            magnitudes[bin] = Math.hypot(values[2 * bin], values[2 * bin + 1]);
        }
        return magnitudes;
    }

    private static double centroid(double[] magnitudes) {
        double weighted = 0;
        for (int bin = 0; bin < magnitudes.length; bin++) {
            weighted += magnitudes[bin] * bin;
        }
        double sum = Arrays.stream(magnitudes).sum();
        return sum > 0 ? weighted / sum : 0;
    }

    private static double richness(double[] magnitudes) {
        int peak = 0;
        for (int bin = 0; bin < magnitudes.length; bin++) {
            peak = magnitudes[bin] > magnitudes[peak] ? bin : peak;
        }
        double away = 0;
        double all = 0;
        for (int bin = 0; bin < magnitudes.length; bin++) {
            double power = magnitudes[bin] * magnitudes[bin];
            away += Math.abs(bin - peak) > PARTIAL_BINS ? power : 0;
            all += power;
        }
        return all > 0 ? away / all : 0;
    }

    private static double syllableShare(double[] levels) {
        double mean = Arrays.stream(levels).average().orElse(0);
        Fft fft = new Fft(Fft.sizeFor(levels.length * 2));
        double[] values = new double[fft.size()];
        for (int i = 0; i < levels.length; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / levels.length);
            values[i] = (levels[i] - mean) * window;
        }
        fft.forward(values);
        double syllables = 0;
        double all = 0;
        for (int bin = 1; bin < fft.size() / 2; bin++) {
            double hertz = bin * HOPS_PER_SECOND / fft.size();
            double power = values[2 * bin] * values[2 * bin] + values[2 * bin + 1] * values[2 * bin + 1];
            syllables += hertz >= 2 && hertz <= 8 ? power : 0;
            all += hertz >= 0.25 && hertz <= 20 ? power : 0;
        }
        return all > 0 ? syllables / all : 0;
    }

    /** Not moved by the few frames on the edge of a sound. */
    private static double quartilesOverMedian(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        return count == 0 ? 0 : (sorted[count * 3 / 4] - sorted[count / 4]) / sorted[count / 2];
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static double deviationOverMean(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return mean > 0 ? Math.sqrt(variance) / mean : 0;
    }
}
