package io.airproof.driver.tap;

import java.util.ArrayList;
import java.util.List;

/**
 * How the tap treats one stream: a value, installed with {@link Tap#faults(String, FaultPlan)} and in force at once, for
 * the connections that live and those that come.
 *
 * @param admission what happens to handshakes
 * @param toSts the chain for messages of the worker, first one first
 * @param toWorker the chain for messages of the STS, first one first
 */
public record FaultPlan(Admission admission, List<FrameInterceptor> toSts, List<FrameInterceptor> toWorker) {

    public FaultPlan {
        toSts = List.copyOf(toSts);
        toWorker = List.copyOf(toWorker);
    }

    /** No fault: everything passes. */
    public static FaultPlan none() {
        return new FaultPlan(Admission.ADMIT, List.of(), List.of());
    }

    /** The same plan with one more interceptor at the end of a chain. */
    public FaultPlan with(Direction direction, FrameInterceptor interceptor) {
        List<FrameInterceptor> longer = new ArrayList<>(chain(direction));
        longer.add(interceptor);
        return direction == Direction.WORKER_TO_STS
                ? new FaultPlan(admission, longer, toWorker)
                : new FaultPlan(admission, toSts, longer);
    }

    /** The same plan with another treatment of handshakes. */
    public FaultPlan admitting(Admission other) {
        return new FaultPlan(other, toSts, toWorker);
    }

    /** The chain of a direction. */
    public List<FrameInterceptor> chain(Direction direction) {
        return direction == Direction.WORKER_TO_STS ? toSts : toWorker;
    }
}
