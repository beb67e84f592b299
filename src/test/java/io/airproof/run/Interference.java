package io.airproof.run;

import io.airproof.driver.tap.FaultPlan;

/**
 * What the tap does to the messages between worker and STS.
 *
 * @param name what it is called; equal names are the same interference
 * @param plan what it does
 */
public record Interference(String name, FaultPlan plan) {

    /** Everything passes as it is. */
    public static final Interference NONE = new Interference("none", FaultPlan.none());

    /** For a stream id: letters, digits and dashes. */
    String slug() {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interference same && same.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
