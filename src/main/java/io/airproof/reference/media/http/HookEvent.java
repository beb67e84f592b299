package io.airproof.reference.media.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.json.JSONParserConfiguration;

/**
 * What the media server says about a path (contract 3.1).
 *
 * @param streamId the stream's name
 * @param direction {@code in} or {@code out}
 * @param query of the connection, with secrets masked
 */
record HookEvent(String streamId, String direction, String query) {

    private static final Pattern PATH = Pattern.compile("live/([A-Za-z0-9_-]{1,50})/(in|out)");

    /** Names in quotes, and nothing after the object. */
    private static final JSONParserConfiguration STRICT = new JSONParserConfiguration().withStrictMode(true);

    private static final Set<String> SOURCE_TYPES = Set.of(
            "rtmpConn",
            "rtmpsConn",
            "rtspSession",
            "rtspsSession",
            "webRTCSession",
            "srtConn",
            "rtmp",
            "rtsp",
            "webrtc",
            "srt");

    /** What is wrong with a body. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient List<JSONObject> details;

        Malformed(List<JSONObject> details) {
            super(details.toString());
            this.details = List.copyOf(details);
        }

        JSONObject toJson() {
            return new JSONObject().put("detail", new JSONArray(details));
        }
    }

    /**
     * Reads a body.
     *
     * @throws Malformed naming every wrong member
     */
    static HookEvent parse(String text) throws Malformed {
        JSONObject body;
        try {
            body = new JSONObject(text, STRICT);
        } catch (JSONException e) {
            throw new Malformed(List.of(wrong("the body is no JSON object", "json_invalid")));
        }
        List<JSONObject> details = new ArrayList<>();
        Matcher path = PATH.matcher(member(body, "path", details));
        if (details.isEmpty() && !path.matches()) {
            details.add(wrong("has to be live/<id>/in or live/<id>/out", "string_pattern_mismatch", "path"));
        }
        String type = member(body, "sourceType", details);
        if (!type.isEmpty() && !SOURCE_TYPES.contains(type)) {
            details.add(wrong("is an unknown source type", "enum", "sourceType"));
        }
        member(body, "sourceId", details);
        if (!details.isEmpty()) {
            throw new Malformed(details);
        }
        String query = body.opt("query") instanceof String given ? given : "";
        return new HookEvent(path.group(1), path.group(2), MaskedQuery.of(query));
    }

    private static String member(JSONObject body, String name, List<JSONObject> details) {
        if (body.opt(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        details.add(wrong(body.has(name) ? "has to be a non-empty string" : "is missing", "missing", name));
        return "";
    }

    private static JSONObject wrong(String message, String type, String... where) {
        JSONArray place = new JSONArray().put("body");
        for (String name : where) {
            place.put(name);
        }
        return new JSONObject().put("loc", place).put("msg", message).put("type", type);
    }

    /** About the source, not about the output. */
    boolean isInput() {
        return direction.equals("in");
    }
}
