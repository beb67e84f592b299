package io.airproof.world;

import io.airproof.driver.http.HookReceiver;
import io.airproof.driver.log.LogFile;
import io.airproof.driver.log.LogLine;
import io.airproof.driver.mediamtx.PathState;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.driver.record.RecordingInProgress;
import io.airproof.driver.record.StreamRecorder;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.Look;
import io.airproof.evidence.Evidence;
import io.airproof.fixture.Clip;
import io.airproof.measure.Reading;
import io.airproof.run.AcceptanceRun;
import io.airproof.stack.Stack;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.json.JSONException;
import org.json.JSONObject;

/** A MediaMTX alone and its hook: what it calls when a broadcaster comes and goes, and what happens if nobody answers. */
public final class HookCallWorld {

    /** Nobody listens there: port 1 is reserved, and needs rights that no service of ours has. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private static final String EVENTS = "/v1/mediamtx/events/";
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final double NANOS_PER_MS = 1e6;

    private final AcceptanceRun run;
    private final OwnStage stage;
    private final Evidence evidence;
    private Optional<HookReceiver> receiver = Optional.empty();
    private Optional<Stack> mediaMtx = Optional.empty();
    private Optional<OwnStream> stream = Optional.empty();
    private Optional<Instant> available = Optional.empty();
    private Optional<Instant> gone = Optional.empty();
    private Optional<Recording> viewed = Optional.empty();

    public HookCallWorld(CurrentRun run, OwnStage stage, Evidence evidence) {
        this.run = run.get();
        this.stage = stage;
        this.evidence = evidence;
    }

    /** Starts one that calls the suite. */
    public void callTheSuite() {
        stage.enter(1);
        HookReceiver open = stage.hookReceiver();
        receiver = Optional.of(open);
        mediaMtx = Optional.of(stage.mediaMtxWithHooksTo(open.address()));
    }

    /** Starts one that calls where nobody listens. */
    public void callNobody() {
        stage.enter(1);
        stage.disturbed("nobody answers hooks");
        mediaMtx = Optional.of(stage.mediaMtxWithHooksTo(NOBODY));
    }

    /** Publishes a clip from its start to its end, with a viewer of the input. */
    public void publish(Clip clip) {
        Stack stack = mediaMtx.orElseThrow(() -> new IllegalStateException("no MediaMTX was started"));
        OwnStream published = stage.publish(stack, "hook", clip, OwnStream.Begin.AT_ONCE);
        stream = Optional.of(published);
        available = Optional.of(published.inputReady());
        CompletableFuture<Recording> viewer = view(stack, published.id());
        published.finished();
        gone = Optional.of(published.inputGone());
        viewed = Optional.of(published.viewed(viewer));
        viewed.map(Recording::file).ifPresent(evidence::file);
        receiver.ifPresent(open -> Await.until(
                "a hook for the end of the stream",
                PATIENCE,
                LOOK,
                () -> new Look(open.calls().size() >= 2, open.calls().size() + " calls")));
    }

    private CompletableFuture<Recording> view(Stack stack, String id) {
        RecordingInProgress viewer = new StreamRecorder(run.ffmpeg())
                .start(stack.rtmp(id, "in"), run.stack().runDir().resolve(id + "-in.flv"));
        return viewer.finished().whenComplete((recording, failure) -> viewer.close());
    }

    /** How often start and stop were told. */
    public List<Figure> timesTold() {
        return List.of(
                Figure.of("ready", calls("ready").size()),
                Figure.of("not-ready", calls("not-ready").size()));
    }

    /** From the path being available, and gone, to the arrival of the hook, in ms. */
    public List<Figure> timeToTell() {
        return List.of(
                Figure.milliseconds("ready", since(available, "ready")),
                Figure.milliseconds("not-ready", since(gone, "not-ready")));
    }

    private Reading<Duration> since(Optional<Instant> from, String event) {
        Optional<Instant> told =
                calls(event).stream().map(HookReceiver.Call::at).findFirst();
        return from.isEmpty() || told.isEmpty()
                ? Reading.unmeasurable("there was no " + event)
                : Reading.measured(Duration.between(from.get(), told.get()));
    }

    /** Members of the calls that are not as they should be; the place names them. */
    public List<Figure> wrongMembers() {
        return List.of(wrongMembers("ready"), wrongMembers("not-ready"));
    }

    private Figure wrongMembers(String event) {
        return calls(event).stream()
                .findFirst()
                .map(call -> {
                    List<String> wrong = wrong(call);
                    return Figure.of(wrong.isEmpty() ? event : event + ": " + wrong, wrong.size());
                })
                .orElseGet(() -> Figure.none(event, "it was never told"));
    }

    private List<String> wrong(HookReceiver.Call call) {
        List<String> wrong = new ArrayList<>();
        expect("method", "POST", call.method(), wrong);
        expect("Content-Type", "application/json", call.contentType(), wrong);
        expect("User-Agent", "MediaMTX-Hook/1.0", call.userAgent(), wrong);
        OwnStream published = stream.orElseThrow();
        try {
            JSONObject body = new JSONObject(call.body());
            expect("path", "live/" + published.id() + "/in", body.optString("path"), wrong);
            Optional<PathState.Source> source = published.input().observations().stream()
                    .flatMap(seen -> seen.state().stream())
                    .flatMap(state -> state.source().stream())
                    .findFirst();
            expect("sourceType", source.map(PathState.Source::type).orElse("?"), body.optString("sourceType"), wrong);
            expect("sourceId", source.map(PathState.Source::id).orElse("?"), body.optString("sourceId"), wrong);
        } catch (JSONException e) {
            wrong.add("the body is no JSON: " + call.body());
        }
        return wrong;
    }

    private static void expect(String what, String wanted, String got, List<String> wrong) {
        if (!Objects.equals(wanted, got)) {
            wrong.add("%s is \"%s\" instead of \"%s\"".formatted(what, got, wanted));
        }
    }

    private List<HookReceiver.Call> calls(String event) {
        return receiver.map(HookReceiver::calls).orElseGet(List::of).stream()
                .filter(call -> call.path().equals(EVENTS + event))
                .toList();
    }

    /** How often the log of MediaMTX tells of a call for the start of the stream. */
    public List<Figure> callsLogged() {
        return List.of(Figure.of("log of MediaMTX", logged("").size()));
    }

    /** How often it tells of one that failed, with the code. */
    public List<Figure> failuresLogged() {
        List<String> failed = logged("code=000: ");
        return List.of(Figure.of(failed.isEmpty() ? "log of MediaMTX" : failed.get(0), failed.size()));
    }

    private List<String> logged(String ending) {
        String call = "mtx-hook: path=\"live/%s/in\" event=ready %s"
                .formatted(stream.orElseThrow().id(), ending);
        return mediaMtx.orElseThrow().logs().stream()
                .flatMap(log -> new LogFile(log.file()).lines().stream())
                .map(LogLine::text)
                .filter(line -> line.contains(call))
                .toList();
    }

    /** How long the viewer of the input got pictures, in seconds. */
    public List<Figure> viewedFor() {
        List<ArrivedTag> pictures = pictures();
        return List.of(
                pictures.isEmpty()
                        ? Figure.none("viewer of the input", "no picture came")
                        : Figure.seconds(
                                "%d pictures of the input".formatted(pictures.size()),
                                Reading.measured(Duration.between(
                                        pictures.get(0).arrivedAt(),
                                        pictures.get(pictures.size() - 1).arrivedAt()))));
    }

    /** The longest time between two pictures at the viewer of the input, in ms. */
    public List<Figure> longestGap() {
        return List.of(ArrivalGaps.longest("input", pictures())
                .map(gap -> Figure.of(gap.where(), gap.length().toNanos() / NANOS_PER_MS))
                .orElseGet(() -> Figure.none("viewer of the input", "fewer than two pictures came")));
    }

    private List<ArrivedTag> pictures() {
        return ArrivalGaps.pictures(viewed.orElseThrow(() -> new IllegalStateException("nothing was viewed")));
    }
}
