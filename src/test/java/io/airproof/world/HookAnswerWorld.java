package io.airproof.world;

import io.airproof.driver.http.HttpCaller;
import io.airproof.driver.http.HttpCaller.Answer;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.TapRecord;
import io.airproof.fixture.Clip;
import io.airproof.measure.Reading;
import io.airproof.run.AcceptanceRun;
import io.airproof.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** What the media-service answers to hooks, to good and bad ones (contract dubbing §3.1), and on its root page. */
public final class HookAnswerWorld {

    private static final String EVENTS = "/v1/mediamtx/events/";
    private static final String READY = "ready";
    private static final String NOT_READY = "not-ready";
    private static final int OK = 200;
    private static final Pattern SEMANTIC_VERSION =
            Pattern.compile("\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AcceptanceRun run;
    private final OwnStage stage;
    private final List<Given> given = new ArrayList<>();
    private final List<String> streams = new ArrayList<>();
    private Optional<Stack> own = Optional.empty();
    private Optional<Answer> root = Optional.empty();

    /** A call and its answer: what the answer should be, and what of it is wrong. */
    private record Given(String call, Answer answer, List<String> wrong) {}

    public HookAnswerWorld(CurrentRun run, OwnStage stage) {
        this.run = run.get();
        this.stage = stage;
    }

    /** A media-service whose STS is not there: nobody listens at its address. */
    public void withoutSts() {
        stage.enter(2);
        own = Optional.of(stage.further(Map.of("STS_SERVICE_URL", "http://127.0.0.1:1")));
    }

    /** Calls ready and not-ready in turn, for a new stream each time both were called. */
    public void callInTurn(int calls) {
        for (int i = 0; i < calls / 2; i++) {
            String id = newStream();
            call(READY, id, "in", "worker_started");
            call(NOT_READY, id, "in", "worker_stopped");
        }
    }

    /** While a stream is on air: ready again, not-ready for another one, and both for the output. */
    public void callWhileOnAir() {
        stage.enter(1);
        OwnStream stream = stage.publish(stack(), "again", Clip.SILENT_6, OwnStream.Begin.WITH_THE_WORKER);
        streams.add(stream.id());
        stream.sent(java.time.Duration.ofSeconds(1));
        call(READY, stream.id(), "in", "worker_started");
        call(NOT_READY, newStream(), "in", "worker_stopped");
        call(READY, stream.id(), "out", "skipped");
        call(NOT_READY, stream.id(), "out", "skipped");
        stream.finished();
        stream.outputGone();
    }

    private String newStream() {
        String id = stage.newStreamId("hook");
        streams.add(id);
        return id;
    }

    private void call(String event, String id, String direction, String status) {
        Answer answer = new HttpCaller(stack().mediaService()).post(EVENTS + event, body(id, direction));
        given.add(new Given(event + " of /" + direction, answer, faults(answer, id, direction, status)));
    }

    private static String body(String id, String direction) {
        return new JSONObject()
                .put("path", "live/" + id + "/" + direction)
                .put("sourceType", "rtmpConn")
                .put("sourceId", UUID.randomUUID().toString())
                .put("query", "lang=es")
                .toString();
    }

    private static List<String> faults(Answer answer, String id, String direction, String status) {
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

    private static void expect(
            String what, Object wanted, @org.jspecify.annotations.Nullable Object got, List<String> wrong) {
        if (!wanted.equals(got)) {
            wrong.add("%s is %s instead of %s".formatted(what, got, wanted));
        }
    }

    /**
     * Calls ready with a body that must be refused.
     *
     * @param named the member that the answer has to name; {@code body} for the body as a whole
     * @param body {@code <id>} stands for a new stream
     */
    public void callWith(String named, String body) {
        String id = newStream();
        String text = body.replace("<id>", id);
        Answer answer = new HttpCaller(stack().mediaService()).post(EVENTS + READY, text);
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
        given.add(new Given(text, answer, wrong));
    }

    /** The HTTP status of each answer. */
    public List<Figure> statuses() {
        return given.stream()
                .map(one -> Figure.of(one.call(), one.answer().status()))
                .toList();
    }

    /** For each answer how much of it is not as promised; the place names it. */
    public List<Figure> faults() {
        return given.stream()
                .map(one -> Figure.of(
                        one.wrong().isEmpty() ? one.call() : one.call() + ": " + one.wrong(),
                        one.wrong().size()))
                .toList();
    }

    /** How long the slowest answer took, in seconds. */
    public List<Figure> slowestAnswer() {
        return given.stream()
                .max(java.util.Comparator.comparing(one -> one.answer().took()))
                .map(one -> List.of(Figure.seconds(
                        "slowest of %d: %s".formatted(given.size(), one.call()),
                        Reading.measured(one.answer().took()))))
                .orElseGet(List::of);
    }

    /** How many sessions were asked for at the STS, by all streams that were named. */
    public List<Figure> sessions() {
        return List.of(Figure.of(
                "the wire to the STS",
                records()
                        .mapToLong(record -> record.events(Direction.WORKER_TO_STS, "stream:init")
                                .size())
                        .sum()));
    }

    /** How many connections to the STS were opened, by all streams that were named. */
    public List<Figure> connections() {
        return List.of(Figure.of(
                "the wire to the STS",
                records().mapToLong(record -> record.handshakes().size()).sum()));
    }

    private java.util.stream.Stream<TapRecord> records() {
        return streams.stream().map(id -> run.tap().record(id));
    }

    /** How many of the streams that were named health tells of. */
    public List<Figure> streamsInHealth() {
        List<String> faults = new ArrayList<>();
        JSONObject health = object(new HttpCaller(stack().mediaService()).get("/health"), faults);
        JSONArray entries = Optional.ofNullable(health.optJSONArray("streams")).orElseGet(JSONArray::new);
        long known = 0;
        for (int i = 0; i < entries.length(); i++) {
            String id = entries.optJSONObject(i, new JSONObject()).optString("stream_id");
            known += streams.stream().anyMatch(id::contains) ? 1 : 0;
        }
        return List.of(Figure.of("/health", known));
    }

    /** Gets the root page. */
    public void askForRoot() {
        root = Optional.of(new HttpCaller(stack().mediaService()).get("/"));
    }

    /** The HTTP status of the root page. */
    public List<Figure> rootStatus() {
        return List.of(Figure.of("GET /", root.orElseThrow().status()));
    }

    /** What of the root page is not as promised; the place names it. */
    public List<Figure> rootFaults() {
        List<String> wrong = new ArrayList<>();
        JSONObject body = object(root.orElseThrow(), wrong);
        expect("members", Set.of("service", "version", "status"), body.keySet(), wrong);
        expect("service", "stream-orchestration", body.opt("service"), wrong);
        expect("status", "running", body.opt("status"), wrong);
        if (!SEMANTIC_VERSION.matcher(body.optString("version")).matches()) {
            wrong.add("version is no semantic version: " + body.opt("version"));
        }
        return List.of(Figure.of(wrong.isEmpty() ? "GET /" : "GET /: " + wrong, wrong.size()));
    }

    private Stack stack() {
        return own.orElseGet(run::stack);
    }
}
