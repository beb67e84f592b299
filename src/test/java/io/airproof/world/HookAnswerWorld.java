package io.airproof.world;

import io.airproof.driver.http.HttpCaller;
import io.airproof.driver.http.HttpCaller.Answer;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.TapRecord;
import io.airproof.fixture.Clip;
import io.airproof.measure.Reading;
import io.airproof.run.AcceptanceRun;
import io.airproof.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;

/** What the media-service answers to hooks, to good and bad ones (contract dubbing §3.1), and on its root page. */
public final class HookAnswerWorld {

    private static final String EVENTS = "/v1/mediamtx/events/";
    private static final String READY = "ready";
    private static final String NOT_READY = "not-ready";

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
        stream.sent(Duration.ofSeconds(1));
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
        given.add(new Given(event + " of /" + direction, answer, HookReply.faults(answer, id, direction, status)));
    }

    private static String body(String id, String direction) {
        return new JSONObject()
                .put("path", "live/" + id + "/" + direction)
                .put("sourceType", "rtmpConn")
                .put("sourceId", UUID.randomUUID().toString())
                .put("query", "lang=es")
                .toString();
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
        given.add(new Given(text, answer, HookReply.faultsOfRefusal(answer, named)));
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
                .max(Comparator.comparing(one -> one.answer().took()))
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

    private Stream<TapRecord> records() {
        return streams.stream().map(id -> run.tap().record(id));
    }

    /** How many of the streams that were named health tells of. */
    public List<Figure> streamsInHealth() {
        JSONObject health = new JSONObject(
                new HttpCaller(stack().mediaService()).get("/health").body());
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
        List<String> wrong = HookReply.faultsOfRoot(root.orElseThrow());
        return List.of(Figure.of(wrong.isEmpty() ? "GET /" : "GET /: " + wrong, wrong.size()));
    }

    private Stack stack() {
        return own.orElseGet(run::stack);
    }
}
