package io.airproof.world;

import io.airproof.driver.sts.StsEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an STS said of its load while fragments went in and results came out (contract dubbing §4.9).
 *
 * @param said its backpressure events, in order
 * @param sent when each fragment was sent
 * @param answered when each result had come
 */
record PressureLog(List<StsEvent> said, List<Instant> sent, List<Instant> answered) {

    PressureLog {
        said = List.copyOf(said);
        sent = List.copyOf(sent);
        answered = List.copyOf(answered);
    }

    /** 0 if it said just this, one after the other: action, load, and recommended delay in ms or "none"; else 1. */
    Figure unlike(List<List<String>> expected) {
        List<List<String>> heard = said.stream()
                .map(event -> List.of(
                        event.body().optString("action"),
                        Integer.toString(event.body().optInt("current_inflight", -1)),
                        event.body().isNull("recommended_delay_ms")
                                ? "none"
                                : Integer.toString(event.body().optInt("recommended_delay_ms"))))
                .toList();
        return Figure.of("the STS said " + heard, heard.equals(expected) ? 0 : 1);
    }

    /**
     * From each change to its event, in ms: a load that rises is reached by sending a fragment, one that falls by an answer.
     *
     * @param accepted how many fragments were in work when no more came
     */
    List<Figure> lateness(int accepted) {
        List<Figure> figures = new ArrayList<>();
        int before = 0;
        for (StsEvent event : said) {
            int load = event.body().optInt("current_inflight", -1);
            List<Instant> causes = load > before ? sent : answered;
            int cause = (load > before ? load : accepted - load) - 1;
            String where = "%s at a load of %d".formatted(event.body().optString("action"), load);
            figures.add(
                    cause >= 0 && cause < causes.size()
                            ? Figure.of(
                                    where,
                                    Duration.between(causes.get(cause), event.at())
                                                    .toNanos()
                                            / 1e6)
                            : Figure.none(where, "no fragment has that load"));
            before = load;
        }
        return List.copyOf(figures);
    }
}
