package io.airproof.report.site;

import io.airproof.evidence.Numbers;
import io.airproof.evidence.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What a scenario waited for, as bars over time. */
public final class Waits {
    /** Width of the drawing. */
    public static final double WIDTH = 600;

    private static final double THINNEST = 2;
    private static final double MILLIS_PER_SECOND = 1000;

    private Waits() {}

    /**
     * A wait.
     *
     * @param name what was awaited
     * @param x where its bar begins, 0 to {@link #WIDTH}
     * @param width how wide its bar is
     * @param from when it began, for people, from the begin of the first of them
     * @param took how long it was, for people
     * @param outcome {@code reached}, {@code deadline} or {@code failed}
     * @param looks what was seen on the way
     */
    public record Bar(String name, double x, double width, String from, String took, String outcome, List<Seen> looks) {

        /** Whether it came in time. */
        public boolean isReached() {
            return outcome.equals("reached");
        }
    }

    /** What was seen, and when, for people, from the begin of the wait. */
    public record Seen(String after, String text) {}

    /** The waits of an attempt, in the order in which they began. */
    static List<Bar> of(Story.Attempt attempt) {
        List<Wait> waits = attempt.waits().stream()
                .sorted(Comparator.comparing(Wait::started))
                .toList();
        if (waits.isEmpty()) {
            return List.of();
        }
        Instant zero = waits.get(0).started();
        double whole = waits.stream()
                .mapToDouble(one ->
                        Duration.between(zero, one.started()).plus(one.took()).toMillis())
                .max()
                .orElse(1);
        return waits.stream().map(one -> bar(one, zero, Math.max(1, whole))).toList();
    }

    private static Bar bar(Wait one, Instant zero, double whole) {
        Duration from = Duration.between(zero, one.started());
        return new Bar(
                Mask.secrets(one.name()),
                Math.round(from.toMillis() / whole * WIDTH),
                Math.max(THINNEST, Math.round(one.took().toMillis() / whole * WIDTH)),
                seconds(from),
                seconds(one.took()),
                one.outcome(),
                one.looks().stream()
                        .map(look -> new Seen(seconds(look.after()), Mask.secrets(look.seen())))
                        .toList());
    }

    private static String seconds(Duration time) {
        return Numbers.near(time.toMillis() / MILLIS_PER_SECOND, "s", 0);
    }
}
