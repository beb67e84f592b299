package io.airproof.driver.http;

import java.time.Instant;
import java.util.Optional;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * How a stream was at a moment, as the health of the media-service told it (contract dubbing §3.2).
 *
 * @param at when the answer was there
 * @param service {@code status} of the whole service
 * @param entry the stream's entry; empty if there was none
 */
public record StreamHealth(Instant at, String service, Optional<JSONObject> entry) {

    static StreamHealth of(Instant at, JSONObject body, String streamId) {
        JSONArray streams = Optional.ofNullable(body.optJSONArray("streams")).orElseGet(JSONArray::new);
        Optional<JSONObject> mine = Optional.empty();
        for (int i = 0; i < streams.length(); i++) {
            JSONObject one = streams.optJSONObject(i);
            if (one != null && one.optString("stream_id").equals(streamId)) {
                mine = Optional.of(one);
            }
        }
        return new StreamHealth(at, body.optString("status"), mine);
    }

    /** A member of the entry as text; empty text if it is null or missing, or there is no entry. */
    public String text(String member) {
        return entry.filter(one -> !one.isNull(member))
                .map(one -> one.optString(member))
                .orElse("");
    }

    /** "degraded (sts_reconnecting)"; "gone" if there is no entry. */
    public String state() {
        if (entry.isEmpty()) {
            return "gone";
        }
        return text("reason").isEmpty() ? text("state") : text("state") + " (" + text("reason") + ")";
    }
}
