package io.airproof.measure;

import io.airproof.media.Sound;
import java.time.Duration;

/**
 * How much of a known sound (the source) is left in an output under a known dub.
 *
 * <p>Least squares: output = dub through a filter + source through a filter + rest, over the time of the source. The filters
 * have three taps, which takes up what a place between two samples would leave over. Levels are those of the filtered parts.
 * Worst error found by the tests, with voices of 6 s at 12, 44.1 and 48 kHz, noise 30 dB below the dub and places off by up
 * to 25 ms: 0.6 dB for the source from 0 to −30 dB, 0.1 dB for the dub; after AAC of 96 kbit/s mono or 128 kbit/s stereo 0.6
 * and 0.2 dB. A source that is not there reads −35 dB or less. A place that is off by one sample is made up for by the taps.
 *
 * @param sourceDb level of the source's part in the output relative to the source's own, dB (DUB-054: at most −20)
 * @param dubDb level of the dub's part in the output relative to the dub's own, dB
 */
public record Residual(double sourceDb, double dubDb) {

    /** Taps of a filter: the place itself and one sample to each side. */
    private static final int TAPS = 3;

    /** Rounds of looking for one sound without the other: a louder one may hide the place of the other at first. */
    private static final int ROUNDS = 2;

    /** Less of the source in the output says little about voices, which pause. Ours. */
    private static final Duration AT_LEAST = Duration.ofMillis(500);

    /** Correlation from which on dub and source are too alike to be told apart in a sum. Ours. */
    private static final double ALIKE = 0.9;

    /** What stands for a part that is not there at all, dB. */
    private static final double NOTHING_DB = -120;

    /** Share of the energy added to the diagonal, −90 dB: neighbouring samples of a low voice are nearly the same. */
    private static final double RIDGE = 1e-9;

    /**
     * The parts of source and dub in an output.
     *
     * @param sourceAt stream time of the output at which the source would begin
     * @param dubAt stream time of the output at which the dub begins
     * @param search how far each may lie from there, before or after
     * @throws IllegalArgumentException if the sample rates differ
     */
    public static Reading<Residual> of(
            Sound source, Sound dub, Sound output, Duration sourceAt, Duration dubAt, Duration search) {
        if (source.sampleRate() != output.sampleRate() || dub.sampleRate() != output.sampleRate()) {
            throw new IllegalArgumentException(
                    "source, dub and output have %d, %d and %d Hz: resample them first (Resampler)"
                            .formatted(source.sampleRate(), dub.sampleRate(), output.sampleRate()));
        }
        if (Level.isSilent(output)) {
            return Reading.unmeasurable("the output is silent");
        }
        Duration apart = search.multipliedBy(2);
        Reading<SoundMatch> alike =
                SoundFinder.find(source, dub.startingAt(dubAt), sourceAt.minus(apart), sourceAt.plus(apart));
        if (alike instanceof Measured<SoundMatch> match && match.value().correlation() > ALIKE) {
            return Reading.unmeasurable("source and dub are too alike to be told apart: correlation %.2f"
                    .formatted(match.value().correlation()));
        }
        Part unplaced = new Part(source, output.indexAt(sourceAt), sourceAt);
        return new Part(dub, output.indexAt(dubAt), dubAt)
                .in(output, search)
                .named("the dub")
                .flatMap(placed -> refined(unplaced, placed, output, search, ROUNDS));
    }

    /** A sound, where its first sample lies in the output as far as known, and where it is said to lie. */
    private record Part(Sound sound, int place, Duration said) {

        float at(int outputIndex) {
            int i = outputIndex - place;
            return i >= 0 && i < sound.samples().length ? sound.samples()[i] : 0;
        }

        double rms(int from, int to) {
            int first = Math.max(0, from - place);
            return Level.rms(sound.samples(), first, Math.max(first, Math.min(sound.samples().length, to - place)));
        }

        /** The same sound where it is heard in an output, in either polarity. */
        Reading<Part> in(Sound output, Duration search) {
            Duration from = said.minus(search);
            Duration to = said.plus(search);
            return SoundFinder.findEitherWay(sound, output, from, to)
                    .map(match -> new Part(sound, output.indexAt(match.at()), said));
        }
    }

    private static Reading<Residual> refined(Part source, Part dub, Sound output, Duration search, int rounds) {
        if (rounds == 0) {
            return fitted(source, dub, output);
        }
        return source.in(without(dub, output), search).named("the source").flatMap(nextSource -> dub.in(
                        without(nextSource, output), search)
                .named("the dub")
                .flatMap(nextDub -> refined(nextSource, nextDub, output, search, rounds - 1)));
    }

    private static Reading<Residual> fitted(Part source, Part dub, Sound output) {
        int from = Math.max(1, source.place());
        int to = Math.min(
                output.samples().length - 1, source.place() + source.sound().samples().length);
        Duration together = Times.samples(Math.max(0, to - from), output.sampleRate());
        if (together.compareTo(AT_LEAST) < 0) {
            return Reading.unmeasurable(
                    "source and output share %s, %s needed".formatted(Times.text(together), Times.text(AT_LEAST)));
        }
        double silence = Level.amplitude(Thresholds.SILENCE_DBFS);
        if (dub.rms(from, to) <= silence || source.rms(from, to) <= silence) {
            return Reading.unmeasurable("source or dub is silent where they are compared, for " + Times.text(together));
        }
        double[][] products = products(source, dub, output, from, to);
        double[] weights = solved(products);
        return Reading.measured(new Residual(db(products, weights, TAPS), db(products, weights, 0)));
    }

    /** The output less its best match with a part alone. */
    private static Sound without(Part part, Sound output) {
        double product = 0;
        double energy = 0;
        float[] samples = output.samples();
        for (int i = 0; i < samples.length; i++) {
            product += (double) part.at(i) * samples[i];
            energy += (double) part.at(i) * part.at(i);
        }
        float gain = (float) (energy == 0 ? 0 : product / energy);
        float[] rest = new float[samples.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = samples[i] - gain * part.at(i);
        }
        return new Sound(rest, output.sampleRate(), output.start());
    }

    /** Products of all pairs among the taps of the dub, the taps of the source and, last, the output. */
    private static double[][] products(Part source, Part dub, Sound output, int from, int to) {
        int size = 2 * TAPS + 1;
        double[][] products = new double[size][size];
        double[] row = new double[size];
        for (int i = from; i < to; i++) {
            for (int tap = 0; tap < TAPS; tap++) {
                row[tap] = dub.at(i + tap - 1);
                row[TAPS + tap] = source.at(i + tap - 1);
            }
            row[size - 1] = output.samples()[i];
            for (int a = 0; a < size; a++) {
                for (int b = a; b < size; b++) {
                    products[a][b] += row[a] * row[b];
                }
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                products[a][b] = products[b][a];
            }
        }
        return products;
    }

    /** Weights of the taps by Gauss's elimination; the matrix is symmetric and, by the ridge, positive. */
    private static double[] solved(double[][] products) {
        int size = 2 * TAPS;
        double[][] rows = new double[size][];
        for (int a = 0; a < size; a++) {
            rows[a] = products[a].clone();
            rows[a][a] *= 1 + RIDGE;
        }
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                double factor = rows[b][a] / rows[a][a];
                for (int c = a; c <= size; c++) {
                    rows[b][c] -= factor * rows[a][c];
                }
            }
        }
        double[] weights = new double[size];
        for (int a = size - 1; a >= 0; a--) {
            double value = rows[a][size];
            for (int b = a + 1; b < size; b++) {
                value -= rows[a][b] * weights[b];
            }
            weights[a] = value / rows[a][a];
        }
        return weights;
    }

    /** Level of the part that the taps from {@code first} on make, relative to the sound itself. */
    private static double db(double[][] products, double[] weights, int first) {
        double energy = 0;
        for (int a = first; a < first + TAPS; a++) {
            for (int b = first; b < first + TAPS; b++) {
                energy += weights[a] * weights[b] * products[a][b];
            }
        }
        return Math.max(NOTHING_DB, 10 * Math.log10(Math.max(0, energy) / products[first + 1][first + 1]));
    }
}
