package io.airproof.evidence;

import java.util.OptionalDouble;

/**
 * What was promised about one number: a bound in a unit, and the document that the bound comes from.
 *
 * <p>Every limit can say whether a value keeps it and by how much. The unit is a plain word or symbol ({@code s},
 * {@code ms}, {@code fragments}), empty for a pure number such as a correlation.
 */
public sealed interface Limit {

    /** Unit of the bound, the value and the margin. */
    String unit();

    /** The document that asks for this limit, such as {@code seed 001} or {@code ITU-R BT.1359}. */
    String source();

    /** Whether the value keeps this limit. */
    boolean kept(double value);

    /**
     * How far the value is on the good side of the limit, in {@link #unit()}: positive when kept by that much, negative
     * when broken by that much, 0 on the bound.
     */
    double margin(double value);

    /** The limit in words, without its source: {@code at most 500 ms}. */
    String text();

    /** The smallest value that keeps the limit, or comes next to it; empty when there is none. */
    default OptionalDouble floor() {
        return OptionalDouble.empty();
    }

    /** The greatest value that keeps the limit, or comes next to it; empty when there is none. */
    default OptionalDouble ceiling() {
        return OptionalDouble.empty();
    }

    /** Kept by {@code bound} and everything smaller. */
    static Limit atMost(double bound, String unit, String source) {
        return new AtMost(bound, unit, source);
    }

    /** Kept by everything smaller than {@code bound}, but not by {@code bound} itself. */
    static Limit below(double bound, String unit, String source) {
        return new Below(bound, unit, source);
    }

    /** Kept by {@code bound} and everything greater. */
    static Limit atLeast(double bound, String unit, String source) {
        return new AtLeast(bound, unit, source);
    }

    /**
     * Kept by both bounds and everything between them.
     *
     * @throws IllegalArgumentException when {@code low} is greater than {@code high}
     */
    static Limit between(double low, double high, String unit, String source) {
        return new Between(low, high, unit, source);
    }

    /** Kept by {@code wanted} alone; the margin is the distance to it, as a negative number. For counts. */
    static Limit exactly(double wanted, String unit, String source) {
        return new Exactly(wanted, unit, source);
    }

    /** See {@link Limit#atMost}. */
    record AtMost(double bound, String unit, String source) implements Limit {
        @Override
        public boolean kept(double value) {
            return value <= bound;
        }

        @Override
        public double margin(double value) {
            return bound - value;
        }

        @Override
        public OptionalDouble ceiling() {
            return OptionalDouble.of(bound);
        }

        @Override
        public String text() {
            return "at most " + Numbers.text(bound, unit);
        }
    }

    /** See {@link Limit#below}. */
    record Below(double bound, String unit, String source) implements Limit {
        @Override
        public boolean kept(double value) {
            return value < bound;
        }

        @Override
        public double margin(double value) {
            return bound - value;
        }

        @Override
        public OptionalDouble ceiling() {
            return OptionalDouble.of(bound);
        }

        @Override
        public String text() {
            return "below " + Numbers.text(bound, unit);
        }
    }

    /** See {@link Limit#atLeast}. */
    record AtLeast(double bound, String unit, String source) implements Limit {
        @Override
        public boolean kept(double value) {
            return value >= bound;
        }

        @Override
        public double margin(double value) {
            return value - bound;
        }

        @Override
        public OptionalDouble floor() {
            return OptionalDouble.of(bound);
        }

        @Override
        public String text() {
            return "at least " + Numbers.text(bound, unit);
        }
    }

    /** See {@link Limit#between}. */
    record Between(double low, double high, String unit, String source) implements Limit {
        public Between {
            if (low > high) {
                throw new IllegalArgumentException("A limit between " + low + " and " + high
                        + " can never be kept: give the smaller bound first.");
            }
        }

        @Override
        public boolean kept(double value) {
            return low <= value && value <= high;
        }

        @Override
        public double margin(double value) {
            return Math.min(value - low, high - value);
        }

        @Override
        public OptionalDouble floor() {
            return OptionalDouble.of(low);
        }

        @Override
        public OptionalDouble ceiling() {
            return OptionalDouble.of(high);
        }

        @Override
        public String text() {
            return "between " + Numbers.text(low) + " and " + Numbers.text(high, unit);
        }
    }

    /** See {@link Limit#exactly}. */
    record Exactly(double wanted, String unit, String source) implements Limit {
        @Override
        public boolean kept(double value) {
            return value == wanted;
        }

        @Override
        public double margin(double value) {
            return 0 - Math.abs(value - wanted);
        }

        @Override
        public OptionalDouble floor() {
            return OptionalDouble.of(wanted);
        }

        @Override
        public OptionalDouble ceiling() {
            return OptionalDouble.of(wanted);
        }

        @Override
        public String text() {
            return "exactly " + Numbers.text(wanted, unit);
        }
    }
}
