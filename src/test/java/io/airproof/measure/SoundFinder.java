package io.airproof.measure;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds a sound in another by normalised cross-correlation.
 *
 * <p>For a needle x and a haystack y, the correlation at a place is Σxy / √(Σx² · Σy²) over the samples they share there: it
 * does not depend on the level of either. Sums are in double precision (worst error of the correlation found by tests:
 * 1e-9; worst error of the place: half a sample, which is the grid). In noise up to 10 dB above a voice, with the haystack
 * made at another rate, the place is off by 0.05 ms at most; after AAC, 44.1 or 48 kHz, mono or stereo, with another voice up
 * to 6 dB below, by 0.03 ms. Where the haystack is silent
 * ({@link Thresholds#SILENCE_DBFS}) the correlation is 0. A needle may hang over an end of the haystack by up to 1 −
 * {@link Thresholds#OVERLAP} of its length and is then judged on the rest.
 */
public final class SoundFinder {

    /** Smallest transform worth its overhead, samples. */
    private static final int SMALLEST_BLOCK = 4096;

    private SoundFinder() {}

    /**
     * The best place for the needle's first sample within stream times {@code from} and {@code to} of the haystack.
     *
     * @throws IllegalArgumentException if the sample rates differ or {@code to} is before {@code from}
     */
    public static Reading<SoundMatch> find(Sound needle, Sound haystack, Duration from, Duration to) {
        return find(needle, haystack, from, to, DoubleUnaryOperator.identity());
    }

    /**
     * The same for the needle as it is or with its polarity turned, whichever is found better; the correlation is that of the
     * better way, 0 or more.
     *
     * @throws IllegalArgumentException if the sample rates differ or {@code to} is before {@code from}
     */
    public static Reading<SoundMatch> findEitherWay(Sound needle, Sound haystack, Duration from, Duration to) {
        return find(needle, haystack, from, to, Math::abs);
    }

    private static Reading<SoundMatch> find(
            Sound needle, Sound haystack, Duration from, Duration to, DoubleUnaryOperator worth) {
        requireEqualRates(needle, haystack);
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("a search ends at or after its start, not from %s to %s"
                    .formatted(Times.text(from), Times.text(to)));
        }
        if (needle.samples().length == 0 || Level.isSilent(needle)) {
            return Reading.unmeasurable("the needle is silent: %.1f dBFS in %s"
                    .formatted(Level.rmsDbfs(needle), Times.text(needle.duration())));
        }
        int length = needle.samples().length;
        int spare = length - (int) Math.ceil(length * Thresholds.OVERLAP);
        int first = Math.max(haystack.indexAt(from), -spare);
        int last = Math.min(haystack.indexAt(to), haystack.samples().length - length + spare);
        if (first > last) {
            return Reading.unmeasurable(
                    "less than %.0f %% of the needle (%s) would lie within the haystack (%s to %s) anywhere from %s to %s"
                            .formatted(
                                    Thresholds.OVERLAP * 100,
                                    Times.text(needle.duration()),
                                    Times.text(haystack.start()),
                                    Times.text(haystack.end()),
                                    Times.text(from),
                                    Times.text(to)));
        }
        return Reading.measured(best(needle, haystack, first, last, worth));
    }

    /** The correlation when the needle's first sample lies on the haystack's sample nearest to {@code at}. */
    public static Reading<Double> correlationAt(Sound needle, Sound haystack, Duration at) {
        return correlationAt(needle, haystack, at, Duration.ZERO);
    }

    /** The best correlation with the needle's start within {@code tolerance} before or after {@code at}. */
    public static Reading<Double> correlationAt(Sound needle, Sound haystack, Duration at, Duration tolerance) {
        return find(needle, haystack, at.minus(tolerance), at.plus(tolerance)).map(SoundMatch::correlation);
    }

    private static SoundMatch best(Sound needle, Sound haystack, int first, int last, DoubleUnaryOperator worth) {
        float[] x = needle.samples();
        float[] y = haystack.samples();
        double[] products = last == first ? new double[] {product(x, y, first)} : products(x, y, first, last);
        Energy xEnergy = new Energy(x, 0, x.length);
        Energy yEnergy = new Energy(y, first, last + x.length);
        double floor = Math.pow(Level.amplitude(Thresholds.SILENCE_DBFS), 2);

        int bestPlace = first;
        double bestCorrelation = Double.NEGATIVE_INFINITY;
        for (int place = first; place <= last; place++) {
            int from = Math.max(place, 0);
            int to = Math.min(place + x.length, y.length);
            double inHaystack = yEnergy.between(from, to);
            double inNeedle = xEnergy.between(from - place, to - place);
            double silence = floor * (to - from);
            double correlation = inHaystack <= silence || inNeedle <= silence
                    ? 0
                    : worth.applyAsDouble(products[place - first]) / Math.sqrt(inNeedle * inHaystack);
            if (correlation > bestCorrelation) {
                bestCorrelation = correlation;
                bestPlace = place;
            }
        }
        double bounded = Math.max(-1, Math.min(1, bestCorrelation));
        return new SoundMatch(bounded, haystack.start().plus(Times.samples(bestPlace, haystack.sampleRate())));
    }

    private static double product(float[] x, float[] y, int place) {
        double sum = 0;
        for (int i = Math.max(0, -place); i < Math.min(x.length, y.length - place); i++) {
            sum += (double) x[i] * y[place + i];
        }
        return sum;
    }

    /** Σ x[i] y[place + i] for each place. */
    private static double[] products(float[] x, float[] y, int first, int last) {
        double[] products = new double[last - first + 1];
        int most = Math.max(SMALLEST_BLOCK, Fft.sizeFor(x.length * 2)) - x.length + 1;
        for (int done = 0; done < products.length; done += most) {
            productsOfSome(x, y, first + done, Math.min(most, products.length - done), products, done);
        }
        return products;
    }

    /**
     * The same for places no more than the needle is long: the needle in parts, each against what it meets at any of the
     * places; the sum is taken of the transforms, so that one is turned back.
     */
    private static void productsOfSome(float[] x, float[] y, int first, int places, double[] products, int at) {
        Fft fft = new Fft(cheapestBlock(x.length, places));
        int part = fft.size() - places + 1;
        double[] sum = new double[fft.size()];
        double[] kernel = new double[fft.size()];
        double[] met = new double[fft.size()];
        for (int from = 0; from < x.length; from += part) {
            int count = Math.min(part, x.length - from);
            Arrays.fill(kernel, 0);
            copy(x, from, kernel, count);
            fft.forward(kernel);
            Arrays.fill(met, 0);
            copy(y, first + from, met, count + places - 1);
            fft.forward(met);
            fft.addCorrelation(met, kernel, sum);
        }
        fft.inverse(sum);
        System.arraycopy(sum, 0, products, at, places);
    }

    /** Size of transform with the fewest operations: larger ones are fewer, smaller ones cheaper. */
    private static int cheapestBlock(int length, int places) {
        int best = 0;
        double leastCost = Double.POSITIVE_INFINITY;
        int whole = Math.max(SMALLEST_BLOCK, Fft.sizeFor(length + places - 1));
        for (int size = Math.max(SMALLEST_BLOCK, Fft.sizeFor(places + 1)); size <= whole; size *= 2) {
            double parts = Math.ceil((double) length / (size - places + 1));
            double cost = (2 * parts + 1) * size * Math.log(size);
            if (cost < leastCost) {
                leastCost = cost;
                best = size;
            }
        }
        return best;
    }

    private static void copy(float[] from, int start, double[] to, int count) {
        int end = Math.min(count, from.length - start);
        for (int i = Math.max(0, -start); i < end; i++) {
            to[i] = from[start + i];
        }
    }

    private static void requireEqualRates(Sound needle, Sound haystack) {
        if (needle.sampleRate() != haystack.sampleRate()) {
            throw new IllegalArgumentException(
                    "the needle has %d Hz and the haystack %d Hz: resample one of them first (Resampler)"
                            .formatted(needle.sampleRate(), haystack.sampleRate()));
        }
    }

    /** Running energy of a part of a sound. */
    private static final class Energy {
        private final int offset;
        private final double[] sums;

        Energy(float[] samples, int from, int to) {
            offset = Math.max(from, 0);
            int end = Math.min(to, samples.length);
            sums = new double[Math.max(0, end - offset) + 1];
            for (int i = offset; i < end; i++) {
                sums[i - offset + 1] = sums[i - offset] + (double) samples[i] * samples[i];
            }
        }

        double between(int from, int to) {
            return sums[to - offset] - sums[from - offset];
        }
    }
}
