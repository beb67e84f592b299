package io.airproof.driver.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks the media-service again and again how one stream is, on a daemon thread of its own, until closed. */
public final class StreamHealthWatch implements AutoCloseable {

    private final HealthClient client;
    private final String streamId;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "health-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final List<StreamHealth> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Instant> gone = new CompletableFuture<>();
    private volatile boolean met;

    private StreamHealthWatch(HealthClient client, String streamId) {
        this.client = client;
        this.streamId = streamId;
    }

    /**
     * Starts at once.
     *
     * @param every from one question to the next; the resolution of every change
     */
    public static StreamHealthWatch start(URI mediaService, String streamId, Duration every) {
        StreamHealthWatch watch = new StreamHealthWatch(HealthClient.mediaService(mediaService), streamId);
        watch.scheduler.scheduleWithFixedDelay(watch::ask, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** The answers so far, in order; a service that did not answer left none. */
    public List<StreamHealth> seen() {
        return List.copyOf(seen);
    }

    /** Completes when the stream, once there, is not told of any more. */
    public CompletableFuture<Instant> gone() {
        return gone.copy();
    }

    private void ask() {
        try {
            HealthReply reply = client.ask();
            StreamHealth now = StreamHealth.of(Instant.now(), reply.body(), streamId);
            seen.add(now);
            if (met && now.entry().isEmpty()) {
                gone.complete(now.at());
            }
            met |= now.entry().isPresent();
        } catch (HttpAnswerException e) {
            // The next question may be answered.
        }
    }

    @Override
    public void close() {
        List<Runnable> ignored = scheduler.shutdownNow();
    }
}
