package io.airproof.driver.tap;

import io.airproof.driver.tap.FrameInterceptor.Passing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes each message of a connection through the interceptors in force and carries out their verdicts. */
final class FaultChain {

    private final Plan plan;
    private final TapRecord record;
    private final long connection;
    private final Function<Direction, Lane> lanes;
    private final Consumer<Cut> cut;

    /** The plan in force now. */
    @FunctionalInterface
    interface Plan {
        FaultPlan now();
    }

    FaultChain(Plan plan, TapRecord record, long connection, Function<Direction, Lane> lanes, Consumer<Cut> cut) {
        this.plan = plan;
        this.record = record;
        this.connection = connection;
        this.lanes = lanes;
        this.cut = cut;
    }

    /** Decides about a message that has arrived at {@code at} and queues what goes on. */
    void meet(Direction direction, Message message, Instant at) {
        Passing passing = new Passing(record.streamId(), connection, direction, at);
        walk(plan.now().chain(direction), passing, new Parcel(message, at, Duration.ZERO, Origin.PEER));
    }

    private void walk(List<FrameInterceptor> rest, Passing passing, Parcel parcel) {
        if (rest.isEmpty()) {
            lanes.apply(passing.direction()).put(parcel);
            return;
        }
        FrameInterceptor first = rest.get(0);
        List<FrameInterceptor> others = rest.subList(1, rest.size());
        Message message = parcel.message();
        Verdict verdict = first.meet(message, passing);
        if (verdict instanceof Verdict.Pass) {
            walk(others, passing, parcel);
        } else if (verdict instanceof Verdict.Drop) {
            note(first, passing, "dropped", message);
        } else if (verdict instanceof Verdict.Delay delay) {
            note(first, passing, "delayed", message);
            Duration sum = parcel.delay().plus(delay.by());
            walk(others, passing, new Parcel(message, parcel.at(), sum, parcel.origin()));
        } else if (verdict instanceof Verdict.Replace replace) {
            note(first, passing, "replaced", message);
            for (Message made : replace.messages()) {
                Origin origin = made.equals(message) ? parcel.origin() : Origin.TAP;
                walk(others, passing, new Parcel(made, parcel.at(), parcel.delay(), origin));
            }
        } else if (verdict instanceof Verdict.Hold hold) {
            note(first, passing, "held", message);
            hold.until().whenComplete((done, error) -> walk(others, passing, parcel));
        } else if (verdict instanceof Verdict.Answer answer) {
            note(first, passing, "answered", message);
            for (Message made : answer.messages()) {
                lanes.apply(passing.direction().reverse())
                        .put(new Parcel(made, Instant.now(), Duration.ZERO, Origin.TAP));
            }
        } else if (verdict instanceof Verdict.CutLink link) {
            note(first, passing, "cut the connection at", message);
            cut.accept(link.how());
        }
    }

    private void note(FrameInterceptor who, Passing passing, String did, Message message) {
        record.add(new Intervention(
                Instant.now(), connection, passing.direction(), who.describe() + ": " + did + " " + message));
    }
}
