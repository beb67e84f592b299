package io.airproof.run;

import io.airproof.driver.tap.Admission;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.FaultPlan;
import io.airproof.driver.tap.FrameInterceptor;

/**
 * What the tap does to the messages between worker and STS.
 *
 * @param name what it is called; equal names are the same interference
 * @param plan what it does
 */
public record Interference(String name, FaultPlan plan) {

    /** Everything passes as it is. */
    public static final Interference NONE = new Interference("none", FaultPlan.none());

    /** Nothing happens; but a programme with this name is another than one without. */
    public static Interference named(String name) {
        return new Interference(name, FaultPlan.none());
    }

    /** This one, and the other after it. */
    public Interference and(Interference other) {
        if (equals(NONE)) {
            return other;
        }
        if (other.equals(NONE)) {
            return this;
        }
        FaultPlan both = plan;
        for (Direction direction : Direction.values()) {
            for (FrameInterceptor interceptor : other.plan.chain(direction)) {
                both = both.with(direction, interceptor);
            }
        }
        if (!other.plan.admission().equals(Admission.ADMIT)) {
            both = both.admitting(other.plan.admission());
        }
        return new Interference(name + ", " + other.name, both);
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
