package io.airproof.evidence;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One number that proves or breaks one requirement.
 *
 * @param requirement id of the requirement, such as {@code DUB-007}
 * @param name what the number is, in words: {@code length of the output}
 * @param value the number, finite, in {@code unit}
 * @param unit unit of value, limit and margin; empty for a pure number
 * @param limit what was promised
 * @param provenance how the number was obtained
 * @param where place in the media or on the wire: a time code, a fragment, an event
 * @param suspect part to look at first when the limit is broken
 */
public record Measurement(
        String requirement,
        String name,
        double value,
        String unit,
        Limit limit,
        Provenance provenance,
        String where,
        Optional<Suspect> suspect) {

    private static final Pattern ID = Pattern.compile("[A-Z]{2,5}-\\d{3}");

    /**
     * @throws IllegalArgumentException when the requirement is no id, the value is not finite, or the unit is not that
     *     of the limit
     */
    public Measurement {
        if (!ID.matcher(requirement).matches()) {
            throw new IllegalArgumentException("\"" + requirement + "\" is no requirement id: write it like DUB-007.");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(requirement + " " + name + ": " + value
                    + " is no measurement. If it could not be measured, say so with Evidence.notMeasured.");
        }
        if (!unit.equals(limit.unit())) {
            throw new IllegalArgumentException(requirement + " " + name + ": measured in \"" + unit
                    + "\" but promised in \"" + limit.unit() + "\". Use one unit for both.");
        }
    }

    /** A measurement without a first suspect. */
    public Measurement(
            String requirement,
            String name,
            double value,
            String unit,
            Limit limit,
            Provenance provenance,
            String where) {
        this(requirement, name, value, unit, limit, provenance, where, Optional.empty());
    }

    /** The same measurement, naming the part to look at first when the limit is broken. */
    public Measurement suspecting(Suspect first) {
        return new Measurement(requirement, name, value, unit, limit, provenance, where, Optional.of(first));
    }

    /** Whether the promise is kept. */
    public boolean kept() {
        return limit.kept(value);
    }

    /** Distance to the limit in {@link #unit()}: positive when kept by that much. */
    public double margin() {
        return limit.margin(value);
    }
}
