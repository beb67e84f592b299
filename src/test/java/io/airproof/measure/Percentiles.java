package io.airproof.measure;

import java.time.Duration;
import java.util.List;

/** Percentiles by nearest rank: always one of the values, never one between them. */
public final class Percentiles {

    private Percentiles() {}

    /** The value that at least 95 % of the values do not exceed. */
    public static Reading<Duration> p95(List<Duration> values) {
        return nearestRank(values, 95);
    }

    /** The value in the middle; the lower one of two. */
    public static Reading<Duration> median(List<Duration> values) {
        return nearestRank(values, 50);
    }

    /**
     * The smallest value that at least {@code percent} of the values do not exceed.
     *
     * @param percent above 0, at most 100
     */
    public static <T extends Comparable<? super T>> Reading<T> nearestRank(List<T> values, int percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 100: " + percent);
        }
        if (values.isEmpty()) {
            return Reading.unmeasurable("a percentile of no values");
        }
        int rank = (int) ((long) values.size() * percent + 99) / 100;
        return Reading.measured(values.stream().sorted().toList().get(rank - 1));
    }
}
