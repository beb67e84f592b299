package io.airproof.run;

import io.airproof.driver.mediamtx.MediaMtxApi;
import io.airproof.driver.mediamtx.PathWatch;
import io.airproof.driver.publish.Cue;
import io.airproof.driver.publish.Pace;
import io.airproof.driver.publish.Publication;
import io.airproof.driver.publish.Publisher;
import io.airproof.driver.record.RecordingInProgress;
import io.airproof.driver.record.StreamRecorder;
import io.airproof.driver.tap.Route;
import io.airproof.driver.tap.Tap;
import io.airproof.fixture.Fixture;
import io.airproof.stack.Stack;
import io.airproof.stack.StsKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Proves that the stack works before any scenario relies on it: one short spoken clip goes through all hops, and the
 * proof is the first picture that a viewer of the output gets.
 */
final class ReadinessProof {

    /** Budget for the whole round trip; a service that needs longer is not ready. */
    static final Duration BUDGET = Duration.ofSeconds(10);

    private final Stack stack;
    private final Tap tap;
    private final StreamRecorder recorder;
    private final Publisher publisher;
    private final Path directory;

    ReadinessProof(Stack stack, Tap tap, StreamRecorder recorder, Publisher publisher, Path directory) {
        this.stack = stack;
        this.tap = tap;
        this.recorder = recorder;
        this.publisher = publisher;
        this.directory = directory;
    }

    /**
     * Plays a clip that is over in no time; if it does not arrive, one that is longer than a segment: a service that loses
     * what is shorter is for the scenarios to tell of.
     *
     * @param longer made when it is needed
     * @return when the first packet of the output had arrived
     * @throws StackNotReadyException if neither arrives within the budget; the message says how far it came
     */
    Instant prove(Fixture probe, Supplier<Fixture> longer, String streamId) {
        try {
            return play(probe, streamId);
        } catch (StackNotReadyException e) {
            return play(longer.get(), streamId + "-long");
        }
    }

    private Instant play(Fixture fixture, String streamId) {
        tap.route(streamId, new Route.Forward(stack.sts(stack.has(StsKind.DUBBING) ? StsKind.DUBBING : StsKind.ECHO)));
        MediaMtxApi api = new MediaMtxApi(stack.mediaMtxApi());
        try (PathWatch input = PathWatch.start(api, "live/" + streamId + "/in", LiveProgramme.PATH_POLL);
                PathWatch output = PathWatch.start(api, "live/" + streamId + "/out", LiveProgramme.PATH_POLL);
                Publication publication = publisher.start(
                        fixture.flvClip(),
                        stack.rtmp(streamId, "in"),
                        new Cue.ReaderAttached(input.readerAttached()),
                        Pace.REAL_TIME)) {
            CompletableFuture<RecordingInProgress> viewer = output.ready()
                    .thenApplyAsync(at ->
                            recorder.start(stack.rtmp(streamId, "out"), directory.resolve(streamId + "-out.flv")));
            try {
                return viewer.thenCompose(RecordingInProgress::firstPacketAt)
                        .orTimeout(BUDGET.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            } catch (CompletionException e) {
                throw new StackNotReadyException(
                        "The stack does not carry a clip from the broadcaster to the viewer within %d s. %s"
                                .formatted(BUDGET.toSeconds(), howFar(publication, input, output, streamId)),
                        e);
            } finally {
                viewer.thenAccept(RecordingInProgress::close);
            }
        }
    }

    private String howFar(Publication publication, PathWatch input, PathWatch output, String streamId) {
        var wire = tap.record(streamId);
        return "Input path ready: %s. Worker reads it: %s. Clip sent: %s. Fragments at the STS: %d, answered: %d. Output path ready: %s. Logs: %s"
                .formatted(
                        yesNo(input.ready().isDone()),
                        yesNo(input.readerAttached().isDone()),
                        yesNo(publication.finished().isDone()),
                        wire.sent().size(),
                        wire.results().size(),
                        yesNo(output.ready().isDone()),
                        stack.logs());
    }

    private static String yesNo(boolean answer) {
        return answer ? "yes" : "no";
    }
}
