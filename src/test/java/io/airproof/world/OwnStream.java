package io.airproof.world;

import io.airproof.driver.mediamtx.MediaMtxApi;
import io.airproof.driver.mediamtx.PathHistory;
import io.airproof.driver.mediamtx.PathWatch;
import io.airproof.driver.publish.Cue;
import io.airproof.driver.publish.Pace;
import io.airproof.driver.publish.Publication;
import io.airproof.driver.publish.PublicationRecord;
import io.airproof.driver.publish.Publisher;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.Look;
import io.airproof.media.FlvClip;
import io.airproof.stack.Stack;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A stream that a scenario publishes itself, with both its paths watched. Closing it ends it at once. */
final class OwnStream implements AutoCloseable {

    /** How often the paths are looked at: a fiftieth of the second that hooks have (DUB-098). */
    private static final Duration POLL = Duration.ofMillis(20);

    /** How long a path may need to be available or gone, and how long a broadcaster to hang up. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String id;
    private final Stack stack;
    private final PathWatch input;
    private final PathWatch output;
    private final Publication publication;
    private final FlvClip clip;

    private OwnStream(
            String id, Stack stack, PathWatch input, PathWatch output, FlvClip clip, Publication publication) {
        this.id = id;
        this.stack = stack;
        this.input = input;
        this.output = output;
        this.clip = clip;
        this.publication = publication;
    }

    /** When the content of a stream begins: slate goes first, so that the path is there at once. */
    enum Begin {
        /** Right after the slate. */
        AT_ONCE,
        /** When the media-service has attached. */
        WITH_THE_WORKER
    }

    /**
     * Begins to publish.
     *
     * @param query of the broadcaster, without its question mark; may be empty
     */
    static OwnStream publish(Publisher publisher, Stack stack, String id, FlvClip clip, String query, Begin begin) {
        MediaMtxApi api = new MediaMtxApi(stack.mediaMtxApi());
        PathWatch input = PathWatch.start(api, "live/" + id + "/in", POLL);
        PathWatch output = PathWatch.start(api, "live/" + id + "/out", POLL);
        Cue cue = Cue.readerAttached(
                begin == Begin.WITH_THE_WORKER
                        ? input.readerAttached()
                        : CompletableFuture.completedFuture("nobody is waited for"));
        URI target = URI.create(stack.rtmp(id, "in") + (query.isEmpty() ? "" : "?" + query));
        return new OwnStream(id, stack, input, output, clip, publisher.start(clip, target, cue, Pace.REAL_TIME));
    }

    String id() {
        return id;
    }

    Stack stack() {
        return stack;
    }

    /** Waits until the input path is available. */
    Instant inputReady() {
        return await("the input path of " + id + " to be available", input.ready(), PATIENCE);
    }

    /** Waits until the input path is gone. */
    Instant inputGone() {
        return await("the input path of " + id + " to be gone", input.gone(), PATIENCE);
    }

    /** Completes when the output path is available. */
    CompletableFuture<Instant> outputReady() {
        return output.ready();
    }

    /** Waits until the output path, which was there, is gone; the clip may still be on. */
    Instant outputGone() {
        return await(
                "the output path of " + id + " to be gone",
                output.gone(),
                clip.length().plus(PATIENCE));
    }

    /** Waits until so much of the content has been sent. */
    void sent(Duration content) {
        Await.until(
                content.toMillis() + " ms of " + id + " to be sent",
                content.plus(PATIENCE),
                POLL,
                () -> new Look(
                        publication.position().compareTo(content) >= 0,
                        publication.position().toMillis() + " ms"),
                () -> publication.finished().isCompletedExceptionally()
                        ? Optional.of("the publication broke")
                        : Optional.empty());
    }

    /** Waits until all is sent. */
    PublicationRecord finished() {
        return await(
                "all of " + id + " to be sent",
                publication.finished(),
                clip.length().plus(PATIENCE));
    }

    PathHistory input() {
        return input.history();
    }

    /** The broadcaster hangs up. */
    void stop() {
        publication.close();
    }

    /** Waits until a viewer of the stream, which has ended, has it all. */
    <T> T viewed(CompletableFuture<T> viewer) {
        return await("the end of " + id + " at its viewer", viewer, PATIENCE);
    }

    private static <T> T await(String what, CompletableFuture<T> future, Duration atMost) {
        try {
            return future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("awaited %s for %d s in vain".formatted(what, atMost.toSeconds()), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("awaited %s: %s".formatted(what, e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while awaiting " + what, e);
        }
    }

    @Override
    public void close() {
        publication.close();
        input.close();
        output.close();
    }
}
