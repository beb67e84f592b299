package io.airproof.driver.log;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * One line of a log.
 *
 * @param text as it stands in the log
 * @param json its JSON object; empty if it is none
 */
public record LogLine(String text, Optional<JSONObject> json) {

    static LogLine of(String text) {
        try {
            return new LogLine(text, Optional.of(new JSONObject(text)));
        } catch (JSONException e) {
            return new LogLine(text, Optional.empty());
        }
    }

    /** A member as text; empty text if it is missing. */
    public String member(String name) {
        return json.map(line -> line.optString(name)).orElse("");
    }

    /** When it was written; empty if it does not say. */
    public Optional<Instant> time() {
        try {
            return Optional.of(Instant.parse(member("time")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
