package io.airproof.world;

import io.airproof.measure.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody did again and again after something had happened to him.
 *
 * @param what happened, for people
 * @param from when; or why it did not
 * @param all when he tried, in order; also before
 */
record Tries(String what, Reading<Instant> from, List<Instant> all) {

    Tries {
        all = List.copyOf(all);
    }

    /** How many there were. */
    List<Figure> count() {
        return List.of(new Figure(
                "after \"" + what + "\"", from.map(at -> (double) after(at).size())));
    }

    /** Each wait before a try, as a share of what it should be: the first, and then twice the one before. */
    List<Figure> waits(Duration first) {
        List<Figure> figures = new ArrayList<>();
        from.toOptional().ifPresent(at -> {
            Instant before = at;
            Duration due = first;
            for (Instant attempt : after(at)) {
                figures.add(Figure.of(
                        "try %d".formatted(figures.size() + 1),
                        (double) Duration.between(before, attempt).toNanos() / due.toNanos()));
                before = attempt;
                due = due.multipliedBy(2);
            }
        });
        return figures.isEmpty()
                ? List.of(new Figure(
                        "tries", from.flatMap(at -> Reading.unmeasurable("there was none after \"" + what + "\""))))
                : List.copyOf(figures);
    }

    private List<Instant> after(Instant at) {
        return all.stream().filter(attempt -> attempt.isAfter(at)).toList();
    }
}
