package io.airproof.evidence;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a reader wants them: whole ones in full, others with few significant digits, never with an exponent. */
public final class Numbers {
    private static final int MOST_DIGITS = 6;
    private static final int FEWEST_DIGITS = 4;

    private static final double LARGEST_WHOLE = 1e15;

    private Numbers() {}

    /** The number and its unit, such as {@code 0.5 s}; a number without unit stands alone. */
    public static String text(double value, String unit) {
        return unit.isEmpty() ? text(value) : text(value) + " " + unit;
    }

    /**
     * A measured number and its unit, with as many digits as its distance to the limit makes worth reading: four, or so
     * many that the last two tell the distance. So 5.86283 s is 5.863 s beside a limit of 5 s, and 120.04 ms stays
     * 120.04 ms beside one of 120 ms.
     *
     * @param margin distance to the limit
     */
    public static String near(double value, String unit, double margin) {
        int digits = FEWEST_DIGITS;
        if (value != 0 && margin != 0 && Double.isFinite(value) && Double.isFinite(margin)) {
            digits = Math.min(MOST_DIGITS, Math.max(FEWEST_DIGITS, magnitude(value) - magnitude(margin) + 2));
        }
        String number = text(value, digits);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** The number alone. */
    public static String text(double value) {
        return text(value, MOST_DIGITS);
    }

    private static int magnitude(double value) {
        return (int) Math.floor(Math.log10(Math.abs(value)));
    }

    private static String text(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            return Long.toString((long) value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
