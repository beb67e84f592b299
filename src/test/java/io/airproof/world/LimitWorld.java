package io.airproof.world;

import io.airproof.driver.http.HttpCaller;
import io.airproof.driver.record.Recording;
import io.airproof.driver.record.RecordingInProgress;
import io.airproof.driver.record.StreamRecorder;
import io.airproof.evidence.Evidence;
import io.airproof.fixture.Clip;
import io.airproof.run.AcceptanceRun;
import io.airproof.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.json.JSONObject;

/** A media-service that carries as many streams as it may, and one more that wants in. */
public final class LimitWorld {

    private static final double NANOS_PER_MS = 1e6;

    /** The start of a service is work for a whole core: others must not have theirs while pictures are timed. */
    private static final int MARGIN = 2;

    private final AcceptanceRun run;
    private final OwnStage stage;
    private final Evidence evidence;
    private final List<Recording> outputs = new ArrayList<>();
    private Optional<HttpCaller.Answer> refusal = Optional.empty();
    private Optional<HttpCaller.Answer> health = Optional.empty();

    public LimitWorld(CurrentRun run, OwnStage stage, Evidence evidence) {
        this.run = run.get();
        this.stage = stage;
        this.evidence = evidence;
    }

    /** Publishes as many streams as are allowed, each with a viewer, and announces one more while they are on. */
    public void publishOneMoreThan(int limit, Clip clip) {
        stage.enter(limit + MARGIN);
        Stack stack = stage.further(Map.of("MAX_CONCURRENT_STREAMS", Integer.toString(limit)));
        List<OwnStream> streams = new ArrayList<>();
        List<CompletableFuture<Recording>> viewers = new ArrayList<>();
        for (int i = 0; i < limit; i++) {
            OwnStream stream = stage.publish(stack, "limit", clip, OwnStream.Begin.WITH_THE_WORKER);
            streams.add(stream);
            viewers.add(stream.outputReady()
                    .thenComposeAsync(ready -> view(stack, stream.id()).finished()));
        }
        streams.forEach(stream -> stream.sent(Duration.ofSeconds(2)));
        HttpCaller caller = new HttpCaller(stack.mediaService());
        String body = new JSONObject()
                .put("path", "live/" + stage.newStreamId("beyond") + "/in")
                .put("sourceType", "rtmpConn")
                .put("sourceId", "1")
                .toString();
        refusal = Optional.of(caller.post("/v1/mediamtx/events/ready", body));
        health = Optional.of(caller.get("/health"));
        streams.forEach(OwnStream::finished);
        streams.forEach(OwnStream::outputGone);
        for (int i = 0; i < limit; i++) {
            outputs.add(streams.get(i).viewed(viewers.get(i)));
        }
        outputs.forEach(output -> evidence.file(output.file()));
    }

    private RecordingInProgress view(Stack stack, String id) {
        return new StreamRecorder(run.ffmpeg())
                .start(stack.rtmp(id, "out"), run.stack().runDir().resolve(id + "-out.flv"));
    }

    /** The HTTP status that the one too many got. */
    public List<Figure> status() {
        return List.of(Figure.of("ready", refusal.orElseThrow().status()));
    }

    /** 1 if its answer is the promised one, else 0. */
    public List<Figure> promisedAnswer() {
        String body = refusal.orElseThrow().body();
        boolean same = new JSONObject(body).similar(new JSONObject().put("detail", "stream limit reached"));
        return List.of(Figure.of(same ? "ready" : "ready: " + body, same ? 1 : 0));
    }

    /** How many streams health tells of after that. */
    public List<Figure> streamsInHealth() {
        return List.of(Figure.of(
                "/health",
                new JSONObject(health.orElseThrow().body())
                        .getJSONArray("streams")
                        .length()));
    }

    /** The longest time between two pictures at each viewer, in ms. */
    public List<Figure> longestGaps() {
        return outputs.stream()
                .map(output -> ArrivalGaps.longest("output", ArrivalGaps.pictures(output))
                        .map(gap -> Figure.of(gap.where(), gap.length().toNanos() / NANOS_PER_MS))
                        .orElseGet(() -> Figure.none("output", "fewer than two pictures came")))
                .toList();
    }

    /** How many pictures each viewer got. */
    public List<Figure> pictures() {
        return outputs.stream()
                .map(output -> Figure.of(
                        output.source().getPath(), ArrivalGaps.pictures(output).size()))
                .toList();
    }
}
