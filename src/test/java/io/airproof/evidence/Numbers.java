package io.airproof.evidence;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a reader wants them: whole ones in full, others with six significant digits, never with an exponent. */
public final class Numbers {
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private static final double LARGEST_WHOLE = 1e15;

    private Numbers() {}

    /** The number and its unit, such as {@code 0.5 s}; a number without unit stands alone. */
    public static String text(double value, String unit) {
        return unit.isEmpty() ? text(value) : text(value) + " " + unit;
    }

    /** The number alone. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
