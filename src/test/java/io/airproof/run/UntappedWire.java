package io.airproof.run;

import io.airproof.driver.tap.WireEvent;
import io.airproof.evidence.NotRunHereException;
import java.util.AbstractList;

/** The wire of a stack without a tap: whoever looks at it is told that this cannot be proven here. */
final class UntappedWire extends AbstractList<WireEvent> {

    private final String stack;

    /** @param stack name of the stack */
    UntappedWire(String stack) {
        this.stack = stack;
    }

    @Override
    public WireEvent get(int index) {
        throw noTap();
    }

    @Override
    public int size() {
        throw noTap();
    }

    private NotRunHereException noTap() {
        return new NotRunHereException("listening between media-service and STS (no tap)", stack);
    }
}
