package io.airproof.driver.sts;

import java.time.Instant;
import org.json.JSONObject;

/**
 * Something the STS sent, or the end of the connection.
 *
 * @param at when it had arrived
 * @param name the event; {@link #DISCONNECT} for the end of the connection
 * @param body its JSON object; empty if there was none. Not to be changed.
 */
public record StsEvent(Instant at, String name, JSONObject body) {

    /** The connection has ended; {@code reason} in the body says why. No event of an STS can have this name. */
    public static final String DISCONNECT = "disconnect";

    /** The event in a few words: name, and the members that tell one from another. */
    public String inBrief() {
        StringBuilder text = new StringBuilder(name);
        for (String member : new String[] {"sequence_number", "status", "code", "message", "reason"}) {
            if (body.has(member)) {
                text.append(' ').append(member).append('=').append(body.opt(member));
            }
        }
        return text.toString();
    }
}
