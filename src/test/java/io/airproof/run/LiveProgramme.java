package io.airproof.run;

import io.airproof.driver.http.StreamHealthWatch;
import io.airproof.driver.mediamtx.MediaMtxApi;
import io.airproof.driver.mediamtx.PathWatch;
import io.airproof.driver.metrics.MetricsClient;
import io.airproof.driver.metrics.MetricsWatch;
import io.airproof.driver.metrics.TimedExposition;
import io.airproof.driver.publish.PublicationRecord;
import io.airproof.driver.publish.Publisher;
import io.airproof.driver.record.Recording;
import io.airproof.driver.record.RecordingInProgress;
import io.airproof.driver.record.StreamRecorder;
import io.airproof.driver.tap.Connection;
import io.airproof.driver.tap.Route;
import io.airproof.driver.tap.Tap;
import io.airproof.driver.tap.TapRecord;
import io.airproof.driver.tls.TlsDoor;
import io.airproof.evidence.NotRunHereException;
import io.airproof.fixture.Fixture;
import io.airproof.measure.Measured;
import io.airproof.measure.Reading;
import io.airproof.measure.Unmeasurable;
import io.airproof.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Plays one programme: publishes the clip, attaches a viewer to the output as soon as it is there, and keeps what
 * everybody saw. It waits for what ends by itself, each wait with a deadline of its own.
 */
final class LiveProgramme {

    /** How often the state of a path is asked for; the resolution of every "path is ready". */
    static final Duration PATH_POLL = Duration.ofMillis(40);

    /** How long a broadcaster may need to connect, be picked up by a worker, and to hang up (DUB-003: 10 s). */
    static final Duration START_AND_STOP = Duration.ofSeconds(20);

    /** What is added to a segment and the slowest decision until the output ends: 1.5 s (contract §5.5), and 5 s. */
    static final Duration OUTPUT_LAG = Duration.ofMillis(6_500);

    /** How long worker and STS may take to part after the output has ended: 10 s (contract §6.5) and 2 s. */
    static final Duration PARTING = Duration.ofSeconds(12);

    private static final Duration LIVE_LINE = Duration.ofSeconds(5);

    /** An output that has ended is no path any more within 2 s (contract §6.5); and one poll. */
    private static final Duration PATH_GONE = Duration.ofMillis(2_500);

    /** All viewers of an output that has ended get its end within this. */
    private static final Duration VIEWERS_END = Duration.ofSeconds(5);

    /** How often health is asked for: a fifth of the second within which it has to be true (contract §3.2). */
    private static final Duration HEALTH_POLL = Duration.ofMillis(200);

    private final Sites sites;
    private final Tunes tunes;
    private final Tap tap;
    private final StreamRecorder recorder;
    private final Publisher publisher;
    private final Path runDir;
    private final Consumer<String> live;

    LiveProgramme(
            Sites sites,
            Tunes tunes,
            Tap tap,
            StreamRecorder recorder,
            Publisher publisher,
            Path runDir,
            Consumer<String> live) {
        this.sites = sites;
        this.tunes = tunes;
        this.tap = tap;
        this.recorder = recorder;
        this.publisher = publisher;
        this.runDir = runDir;
        this.live = live;
    }

    /** The same on another stack. */
    LiveProgramme on(Stack other) {
        return new LiveProgramme(new Sites(other, tap.address()), tunes, tap, recorder, publisher, runDir, live);
    }

    /** Starts what it needs beside the shared services, so that nothing has to be started while it is on air. */
    void prepare(Programme programme) {
        requirePowers(programme, sites.of(programme.settings()).stack());
    }

    /** Plays it to its end. Blocks for the length of the clip and the latency of the service. */
    Broadcast play(Programme programme, Fixture fixture, String streamId, WireSounds sounds) {
        Site site = sites.of(programme.settings());
        Stack stack = site.stack();
        requirePowers(programme, stack);
        Interference healthy = programme.sts() == StsProfile.TUNE ? tunes.forStream(streamId) : Interference.NONE;
        tap.faults(streamId, programme.interference().and(healthy).plan());
        tap.route(streamId, new Route.Forward(stack.sts(programme.sts().kind())));
        TapRecord wire = tap.record(streamId);
        MediaMtxApi api = new MediaMtxApi(stack.mediaMtxApi());
        MetricsClient metricsClient = new MetricsClient(stack.mediaService());
        Duration lag = outputLag(programme);
        List<ProcessLook> looks = new CopyOnWriteArrayList<>();
        Instant requestedAt = Instant.now();
        try (PathWatch input = PathWatch.start(api, "live/" + streamId + "/in", PATH_POLL);
                PathWatch output = PathWatch.start(api, "live/" + streamId + "/out", PATH_POLL);
                MetricsWatch metrics = MetricsWatch.start(metricsClient, Duration.ofSeconds(1));
                StreamHealthWatch health = StreamHealthWatch.start(stack.mediaService(), streamId, HEALTH_POLL);
                Broadcaster broadcaster = Broadcaster.start(publisher, stack, streamId, programme, fixture, input);
                Audience audience = new Audience(recorder, stack.rtmp(streamId, "out"), runDir, streamId);
                Script script = Script.start(
                        programme.incidents(),
                        broadcaster.contentStartedAt(),
                        new Stage(streamId, tap, site, healthy.plan(), audience, looks));
                TapRecord.Subscription listening = wire.listen(sounds::passed);
                LiveLine line = LiveLine.start(programme, broadcaster, wire, live, LIVE_LINE)) {
            CompletableFuture<RecordingInProgress> viewer = output.ready()
                    .thenApplyAsync(
                            at -> recorder.start(stack.rtmp(streamId, "out"), runDir.resolve(streamId + "-out.flv")));
            CompletableFuture<Void> returned = output.back().thenRunAsync(audience::grow);
            Duration away = programme.intermission().map(Intermission::length).orElse(Duration.ZERO);
            Reading<PublicationRecord> published = await(
                    "the clip was not published",
                    broadcaster.finished(),
                    broadcaster.length().plus(away).plus(START_AND_STOP));
            Reading<Recording> recording = recording(unless(health.gone(), viewer), lag);
            if (recording instanceof Measured<Recording>) {
                // Seen by the watch, or not within its limit: the history tells.
                Reading<Instant> ignored = await("the output path did not go", output.gone(), PATH_GONE);
            }
            if (stack.isTapped()) {
                parting(wire, PARTING.plus(stack.gracePeriod()));
            }
            Reading<TimedExposition> last = scrape(metricsClient);
            return new Broadcast(
                    programme,
                    streamId,
                    fixture,
                    requestedAt,
                    published,
                    recording,
                    stack.isTapped() ? wire.events() : new UntappedWire(stack.name()),
                    WireFile.write(runDir.resolve(streamId + "-wire.ndjson"), wire.events()),
                    input.history(),
                    output.history(),
                    metrics.snapshots(),
                    last,
                    new Surroundings(
                            health.seen(),
                            script.happened(),
                            wire.handshakes(),
                            wire.connections(),
                            stack.logs(),
                            audience.recordings(returned.isDone() ? lag : VIEWERS_END),
                            site.relay().map(relay -> relay.eventsBelow("live/" + streamId)),
                            site.door().map(TlsDoor::entered).orElse(0),
                            site.door().map(TlsDoor::turnedBack).orElse(0),
                            looks));
        }
    }

    /** The viewer, unless the service has done with the stream before there was an output: then there will be none. */
    private static CompletableFuture<RecordingInProgress> unless(
            CompletableFuture<Instant> gone, CompletableFuture<RecordingInProgress> viewer) {
        return CompletableFuture.anyOf(viewer, gone).thenCompose(first -> {
            if (viewer.isDone()) {
                return viewer;
            }
            throw new IllegalStateException("the media-service has ended the stream without one");
        });
    }

    /** How much later than the source the output may end: a segment, the slowest decision and 1.5 s (contract §5.5), and 5 s. */
    private static Duration outputLag(Programme programme) {
        Duration decision = programme.settings().stsTimeout().multipliedBy(2);
        return programme.settings().segmentLength().plus(decision).plus(OUTPUT_LAG);
    }

    private static void requirePowers(Programme programme, Stack stack) {
        if (!stack.has(programme.sts().kind())) {
            throw new NotRunHereException(
                    "a programme through the " + programme.sts().label(), stack.name());
        }
        boolean needsTheTap = programme.sts() == StsProfile.TUNE
                || !programme.interference().equals(Interference.NONE)
                || !programme.incidents().isEmpty();
        if (!stack.isTapped() && needsTheTap) {
            throw new NotRunHereException("disturbing what the STS says (no tap)", stack.name());
        }
    }

    private static Reading<Recording> recording(CompletableFuture<RecordingInProgress> viewer, Duration lag) {
        Reading<RecordingInProgress> attached = await("the output path was never ready", viewer, lag);
        if (attached instanceof Measured<RecordingInProgress> there) {
            try (RecordingInProgress inProgress = there.value()) {
                return await("the output did not end", inProgress.finished(), lag);
            }
        }
        viewer.thenAccept(RecordingInProgress::close);
        return Reading.unmeasurable("no output was received: " + ((Unmeasurable<?>) attached).reason());
    }

    private static void parting(TapRecord wire, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            for (long seen = wire.version(); !parted(wire); seen = wire.version()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                wire.awaitChange(seen, Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean parted(TapRecord wire) {
        List<Connection> connections = wire.connections();
        return wire.events().stream().anyMatch(event -> event.name().equals("stream:complete"))
                || connections.stream().allMatch(connection -> connection.end().isPresent());
    }

    private static Reading<TimedExposition> scrape(MetricsClient client) {
        try {
            return Reading.measured(client.scrape());
        } catch (RuntimeException e) {
            return Reading.unmeasurable("the metrics could not be read: " + e.getMessage());
        }
    }

    private static <T> Reading<T> await(String otherwise, CompletableFuture<T> future, Duration atMost) {
        try {
            return Reading.measured(future.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Reading.unmeasurable(otherwise + " within " + atMost.toSeconds() + " s");
        } catch (ExecutionException | CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Reading.unmeasurable(otherwise + ": " + cause.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reading.unmeasurable(otherwise + ": the run was interrupted");
        }
    }
}
