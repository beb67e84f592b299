package io.airproof.world;

import io.airproof.driver.http.HttpCaller;
import io.airproof.driver.log.LogFile;
import io.airproof.driver.log.LogLine;
import io.airproof.driver.mediamtx.MediaMtxApi;
import io.airproof.driver.mediamtx.PathState;
import io.airproof.driver.tap.Connection;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.TapRecord;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.Look;
import io.airproof.fixture.Clip;
import io.airproof.measure.Reading;
import io.airproof.run.AcceptanceRun;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;

/** What a broadcaster may do at the door: come with a query, come and go in haste. */
public final class BroadcasterWorld {

    private static final Duration STAY = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AcceptanceRun run;
    private final OwnStage stage;
    private final String secret = "s" + UUID.randomUUID().toString().substring(0, 12);
    private Optional<OwnStream> stream = Optional.empty();
    private Duration firstToLast = Duration.ZERO;
    private long sessions = -1;
    private long workers = -1;
    private long readers = -1;

    public BroadcasterWorld(CurrentRun run, OwnStage stage) {
        this.run = run.get();
        this.stage = stage;
    }

    /**
     * Publishes a clip with a query.
     *
     * @param query {@code <secret>} stands for a word that nothing else contains
     */
    public void publishWith(Clip clip, String query) {
        stage.enter(1);
        OwnStream published = stage.publish(
                stage.shared(),
                stage.newStreamId("query"),
                clip,
                query.replace("<secret>", secret),
                OwnStream.Begin.WITH_THE_WORKER);
        stream = Optional.of(published);
        published.finished();
        published.outputGone();
        TapRecord record = run.tap().record(published.id());
        Await.until(
                "the end of the session of " + published.id(),
                PATIENCE,
                LOOK,
                () -> new Look(open(record) == 0, open(record) + " sessions"));
    }

    /** Lines of the media-service about the stream that have this in their query. */
    public List<Figure> linesWith(String part) {
        return List.of(Figure.of(
                "log of the media-service",
                stage.shared().logs().stream()
                        .filter(log -> log.name().equals("media-service"))
                        .flatMap(log -> new LogFile(log.file())
                                .about(stream.orElseThrow().id()).stream())
                        .filter(line -> line.member("query").contains(part))
                        .count()));
    }

    /** Lines of all logs that hold the secret; the place names the first. */
    public List<Figure> linesWithTheSecret() {
        return run.logs().stream().map(this::linesWithTheSecret).toList();
    }

    private Figure linesWithTheSecret(ServiceLog log) {
        List<String> lines = new LogFile(log.file())
                .lines().stream()
                        .map(LogLine::text)
                        .filter(line -> line.contains(secret))
                        .toList();
        return Figure.of(
                lines.isEmpty() ? "log of " + log.name() : "log of " + log.name() + ": " + lines.get(0), lines.size());
    }

    /** Starts so many times and stops each time but the last; then looks after the clip has been on for a while. */
    public void comeAndGo(int times, Clip clip, Duration lookAfter) {
        stage.enter(1);
        Stack stack = stage.shared();
        String id = stage.newStreamId("haste");
        Instant first = Instant.now();
        for (int i = 1; i < times; i++) {
            OwnStream visit = stage.publish(stack, id, clip, "", OwnStream.Begin.AT_ONCE);
            visit.inputReady();
            visit.sent(STAY);
            visit.stop();
            visit.inputGone();
        }
        firstToLast = Duration.between(first, Instant.now());
        OwnStream last = stage.publish(stack, id, clip, "", OwnStream.Begin.AT_ONCE);
        last.sent(lookAfter);
        stream = Optional.of(last);
        sessions = open(run.tap().record(id));
        workers = entries(stack, id);
        readers = new MediaMtxApi(stack.mediaMtxApi())
                .path("live/" + id + "/in")
                .map(PathState::readers)
                .map(List::size)
                .orElse(0);
        last.finished();
        last.inputGone();
    }

    private static long entries(Stack stack, String id) {
        JSONArray streams = new JSONObject(
                        new HttpCaller(stack.mediaService()).get("/health").body())
                .optJSONArray("streams", new JSONArray());
        return Stream.iterate(0, i -> i < streams.length(), i -> i + 1)
                .filter(i -> streams.getJSONObject(i).optString("stream_id").equals(id))
                .count();
    }

    /** Connections with an open session that is not complete. */
    private static long open(TapRecord record) {
        return record.connections().stream()
                .filter(Connection::isOpen)
                .filter(connection -> has(record, connection, "stream:ready"))
                .filter(connection -> !has(record, connection, "stream:complete"))
                .count();
    }

    private static boolean has(TapRecord record, Connection connection, String event) {
        return record.events(Direction.STS_TO_WORKER, event).stream()
                .anyMatch(one -> one.connection() == connection.number());
    }

    /** From the first start to the last, in seconds. */
    public List<Figure> timeOfAllStarts() {
        return List.of(Figure.seconds("first start to last", Reading.measured(firstToLast)));
    }

    /** How many sessions of the stream are open at the STS. */
    public List<Figure> openSessions() {
        return List.of(Figure.of("the wire to the STS", sessions));
    }

    /** How many workers the stream has: by health, and by the readers of its input. */
    public List<Figure> workers() {
        return List.of(Figure.of("/health", workers), Figure.of("readers of the input", readers));
    }
}
