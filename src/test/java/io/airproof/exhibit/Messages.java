package io.airproof.exhibit;

import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.Origin;
import io.airproof.driver.tap.WireEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.json.JSONObject;

/** What passed the wire, in few words. */
final class Messages {
    private static final int MOST = 400;
    private static final int LONGEST_DETAIL = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Held longer than this, an event was held up on purpose: the tap itself needs less. */
    private static final Duration HELD_UP = Duration.ofMillis(50);

    private Messages() {}

    static List<Exhibit.Message> of(List<WireEvent> wire) {
        if (wire.isEmpty()) {
            return List.of();
        }
        Instant zero = wire.get(0).at();
        return wire.stream()
                .limit(MOST)
                .map(event -> new Exhibit.Message(
                        Duration.between(zero, event.at()).toNanos() / NANOS_PER_SECOND,
                        event.direction() == Direction.WORKER_TO_STS,
                        event.name(),
                        detail(event),
                        event.origin() == Origin.TAP || event.held().compareTo(HELD_UP) > 0))
                .toList();
    }

    private static String detail(WireEvent event) {
        JSONObject body = event.body();
        StringBuilder detail = new StringBuilder();
        if (body.has("sequence_number")) {
            detail.append("fragment ").append(body.optInt("sequence_number")).append(' ');
        }
        for (String member : List.of("status", "code", "message", "reason")) {
            if (!body.optString(member).isEmpty()) {
                detail.append(body.optString(member)).append(' ');
            }
        }
        if (event.origin() == Origin.TAP) {
            detail.append("made by the suite ");
        } else if (event.held().compareTo(HELD_UP) > 0) {
            detail.append("held up for ").append(event.held().toMillis()).append(" ms ");
        }
        String text = detail.toString().strip();
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
    }
}
