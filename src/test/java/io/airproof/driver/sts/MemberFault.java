package io.airproof.driver.sts;

import org.json.JSONObject;
import org.json.JSONTokener;

/**
 * One thing wrong with a message.
 *
 * @param member path of the member, such as {@code config.channels}
 * @param json what stands there instead, as JSON; empty if the member is missing
 */
public record MemberFault(String member, String json) {

    /** A copy of the message with the fault in it. */
    public JSONObject in(JSONObject message) {
        JSONObject copy = new JSONObject(message.toString());
        JSONObject parent = copy;
        String[] path = member.split("\\.");
        for (int i = 0; i < path.length - 1; i++) {
            parent = parent.getJSONObject(path[i]);
        }
        String last = path[path.length - 1];
        if (json.isEmpty()) {
            parent.remove(last);
        } else {
            parent.put(last, new JSONTokener(json).nextValue());
        }
        return copy;
    }

    @Override
    public String toString() {
        return json.isEmpty() ? "no " + member : member + " " + json;
    }
}
