package io.airproof.driver.publish;

import io.airproof.driver.ffmpeg.FfmpegProcess;
import io.airproof.media.FlvTag;
import io.airproof.media.FlvWriter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One clip on its way to a server. Closing it ends the stream at once and leaves nothing running. */
public final class Publication implements AutoCloseable {

    /** A server on the same machine answers in milliseconds; on a busy one in seconds. */
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

    /** A cue that has not come by then will not come: MediaMTX closes a silent publisher after as long. */
    private static final Duration CUE_DEADLINE = Duration.ofSeconds(10);

    private static final Duration END_DEADLINE = Duration.ofSeconds(5);

    /** ffmpeg says this when the output is open, that is when the server has accepted the stream. */
    private static final String CONNECTED = "Output #0";

    private final Playout playout;
    private final URI target;
    private final FfmpegProcess carrier;
    private final CompletableFuture<Instant> connectedAt = new CompletableFuture<>();
    private final CompletableFuture<Instant> contentStartedAt = new CompletableFuture<>();
    private final CompletableFuture<PublicationRecord> finished = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition never = lock.newCondition();
    private final Thread thread;
    private volatile Duration position = Duration.ZERO;

    private Publication(Playout playout, URI target, FfmpegProcess carrier) {
        this.playout = playout;
        this.target = target;
        this.carrier = carrier;
        this.thread = new Thread(this::play, "publish-" + target.getPath());
        this.thread.setDaemon(true);
    }

    static Publication begin(Playout playout, URI target, FfmpegProcess carrier) {
        Publication publication = new Publication(playout, target, carrier);
        carrier.onWords(line -> {
            if (line.startsWith(CONNECTED)) {
                publication.connectedAt.complete(Instant.now());
            }
        });
        publication.thread.start();
        return publication;
    }

    /** Completes when the first packet of content is sent; exceptionally if it never is. */
    public CompletableFuture<Instant> contentStartedAt() {
        return contentStartedAt;
    }

    /** How much of the content has been sent: from zero to the length of the clip. */
    public Duration position() {
        return position;
    }

    /** Completes when everything is sent and the stream is closed; exceptionally with {@link PublishException}. */
    public CompletableFuture<PublicationRecord> finished() {
        return finished;
    }

    private void play() {
        try (carrier) {
            FlvWriter out = new FlvWriter(carrier.input());
            for (FlvTag tag : playout.lead()) {
                out.write(tag);
            }
            Instant connected = await(connectedAt, CONNECT_DEADLINE, "the server did not accept the stream");
            if (playout.cue() instanceof Cue.ReaderAttached reader) {
                await(reader.attached(), CUE_DEADLINE, "the slate is there but no reader attached to the path");
            }
            List<SentPacket> sent = playContent(out);
            out.close();
            int code = await(carrier.ended(), END_DEADLINE, "ffmpeg did not end after the last packet");
            if (code != 0) {
                throw failure("the stream broke at its end", null);
            }
            finished.complete(new PublicationRecord(
                    connected,
                    contentStartedAt.join(),
                    Instant.now(),
                    playout.contentOffset(),
                    playout.count(FlvTag.Kind.VIDEO),
                    playout.count(FlvTag.Kind.AUDIO),
                    sent));
        } catch (IOException e) {
            fail(failure("the stream broke after %d ms of content".formatted(position.toMillis()), e));
        } catch (InterruptedException e) {
            fail(new PublishException(
                    "publishing to %s was stopped after %d ms of content".formatted(target, position.toMillis())));
        } catch (PublishException e) {
            fail(e);
        } catch (RuntimeException e) {
            fail(failure("the publisher failed (%s)".formatted(e), e));
        }
    }

    private List<SentPacket> playContent(FlvWriter out) throws IOException, InterruptedException {
        List<SentPacket> sent = new ArrayList<>();
        contentStartedAt.complete(Instant.now());
        long started = System.nanoTime();
        for (FlvTag tag : playout.content()) {
            awaitTime(started + playout.due(tag).toNanos());
            out.write(tag);
            position = Duration.ofMillis(tag.timestampMs()).minus(playout.contentOffset());
            sent.add(new SentPacket(tag.kind(), position, Instant.now()));
        }
        awaitTime(started + playout.contentEnd().toNanos());
        position = playout.clip().length();
        return sent;
    }

    /** Waits until a point of {@link System#nanoTime()}. */
    private void awaitTime(long nanoTime) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = nanoTime - System.nanoTime(); left > 0; left = never.awaitNanos(left)) {
                // nobody signals: this is a clock
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a future, but not longer than ffmpeg lives. */
    private <T> T await(CompletableFuture<T> future, Duration deadline, String otherwise) throws InterruptedException {
        try {
            CompletableFuture.anyOf(future, carrier.ended()).get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (!future.isDone()) {
                throw failure(otherwise, null);
            }
            return future.join();
        } catch (TimeoutException e) {
            throw failure("%s within %d s".formatted(otherwise, deadline.toSeconds()), e);
        } catch (ExecutionException | CompletionException | CancellationException e) {
            throw failure("%s (%s)".formatted(otherwise, e.getMessage()), e);
        }
    }

    private PublishException failure(String what, @org.jspecify.annotations.Nullable Exception cause) {
        String message = "%s: %s. ffmpeg: %s".formatted(target, what, carrier.lastWords());
        return cause == null ? new PublishException(message) : new PublishException(message, cause);
    }

    private void fail(PublishException failure) {
        contentStartedAt.completeExceptionally(failure);
        finished.completeExceptionally(failure);
    }

    /** Ends the stream where it is. Does nothing if it has ended. */
    @Override
    public void close() {
        if (!finished.isDone()) {
            thread.interrupt();
        }
        carrier.close();
        try {
            thread.join(END_DEADLINE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
