package io.airproof.steps.dubbing;

import io.airproof.evidence.Limit;

/** How the sentences of the features become limits; the numbers stand in the sentences, their source is here. */
final class Limits {

    static final String CATALOGUE = "requirement catalogue, dubbing";
    static final String CONTRACT = "wire contract, dubbing";

    private Limits() {}

    static Limit exactly(double value, String unit) {
        return Limit.exactly(value, unit, CATALOGUE);
    }

    static Limit atMost(double value, String unit) {
        return Limit.atMost(value, unit, CATALOGUE);
    }

    static Limit below(double value, String unit) {
        return Limit.below(value, unit, CATALOGUE);
    }

    static Limit atLeast(double value, String unit) {
        return Limit.atLeast(value, unit, CATALOGUE);
    }

    static Limit within(double value, double tolerance, String unit) {
        return Limit.between(value - tolerance, value + tolerance, unit, CATALOGUE);
    }
}
