package io.airproof.world;

import io.airproof.driver.http.HttpCaller.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** What the media-service's answers must be, member by member (contract dubbing §3.1, §3.2). */
final class HookReply {

    private static final int OK = 200;
    private static final Pattern SEMANTIC_VERSION =
            Pattern.compile("\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private HookReply() {}

    /**
     * What is wrong with the answer to a good hook.
     *
     * @param direction {@code in} or {@code out}
     * @param status the word that it has to say
     */
    static List<String> faults(Answer answer, String id, String direction, String status) {
        List<String> wrong = new ArrayList<>();
        expect("HTTP status", OK, answer.status(), wrong);
        JSONObject body = object(answer, wrong);
        expect("status", status, body.opt("status"), wrong);
        expect("stream_id", id, body.opt("stream_id"), wrong);
        if (body.optString("message").isBlank()) {
            wrong.add("there is no message");
        }
        if (direction.equals("out")) {
            expect("members", Set.of("status", "message", "stream_id", "direction"), body.keySet(), wrong);
            expect("direction", "out", body.opt("direction"), wrong);
        } else {
            expect("members", Set.of("status", "message", "stream_id", "correlation_id"), body.keySet(), wrong);
            if (!UUID_FORM.matcher(body.optString("correlation_id")).matches()) {
                wrong.add("correlation_id is no UUID: " + body.opt("correlation_id"));
            }
        }
        return wrong;
    }

    /**
     * What is wrong with the answer to a bad hook.
     *
     * @param named the member that has to be named; {@code body} for the body as a whole
     */
    static List<String> faultsOfRefusal(Answer answer, String named) {
        List<String> wrong = new ArrayList<>();
        JSONObject refusal = object(answer, wrong);
        expect("members", Set.of("detail"), refusal.keySet(), wrong);
        JSONArray details = Optional.ofNullable(refusal.optJSONArray("detail")).orElseGet(JSONArray::new);
        boolean isNamed = false;
        for (int i = 0; i < details.length(); i++) {
            JSONObject detail = Optional.ofNullable(details.optJSONObject(i)).orElseGet(JSONObject::new);
            expect("members of detail", Set.of("loc", "msg", "type"), detail.keySet(), wrong);
            List<Object> place = Optional.ofNullable(detail.optJSONArray("loc"))
                    .orElseGet(JSONArray::new)
                    .toList();
            isNamed |= place.equals(named.equals("body") ? List.of("body") : List.of("body", named));
        }
        if (!isNamed) {
            wrong.add("%s is not named in %s".formatted(named, answer.body()));
        }
        return wrong;
    }

    /** What is wrong with the root page. */
    static List<String> faultsOfRoot(Answer answer) {
        List<String> wrong = new ArrayList<>();
        JSONObject body = object(answer, wrong);
        expect("members", Set.of("service", "version", "status"), body.keySet(), wrong);
        expect("service", "stream-orchestration", body.opt("service"), wrong);
        expect("status", "running", body.opt("status"), wrong);
        if (!SEMANTIC_VERSION.matcher(body.optString("version")).matches()) {
            wrong.add("version is no semantic version: " + body.opt("version"));
        }
        return wrong;
    }

    private static JSONObject object(Answer answer, List<String> wrong) {
        if (!answer.contentType().startsWith("application/json")) {
            wrong.add("Content-Type is " + answer.contentType());
        }
        try {
            return new JSONObject(answer.body());
        } catch (JSONException e) {
            wrong.add("the body is no JSON object: " + answer.body());
            return new JSONObject();
        }
    }

    private static void expect(String what, Object wanted, @Nullable Object got, List<String> wrong) {
        if (!wanted.equals(got)) {
            wrong.add("%s is %s instead of %s".formatted(what, got, wanted));
        }
    }
}
