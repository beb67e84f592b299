package io.airproof.driver.mediamtx;

import io.airproof.driver.http.PlainGet;
import io.airproof.driver.mediamtx.PathHistory.Observation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Watches one path by asking the API again and again, on daemon threads that all watches share.
 *
 * <p>The futures complete when the thing is seen, with the time of the answer that showed it: late by at most a poll, never
 * early. Closing ends the polling and fails what has not completed.
 */
public final class PathWatch implements AutoCloseable {

    /** How often to ask, unless told otherwise: a tenth of the shortest limit measured with it is a good deal more. */
    public static final Duration USUAL_POLL = Duration.ofMillis(40);

    /** A poll that takes longer has failed. */
    static final Duration POLL_TIMEOUT = Duration.ofSeconds(2);

    private static final int THREADS = 2;
    private static final ScheduledExecutorService POLLER = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "path-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final String path;
    private final URI target;
    private final PlainGet get;
    private final List<Observation> observations = new ArrayList<>();
    private long failedPolls;
    private Optional<String> lastFailure = Optional.empty();
    private final CompletableFuture<Instant> ready = new CompletableFuture<>();
    private final CompletableFuture<Instant> readerAttached = new CompletableFuture<>();
    private final CompletableFuture<Instant> gone = new CompletableFuture<>();
    private final CompletableFuture<Instant> back = new CompletableFuture<>();
    private final ScheduledFuture<?> polling;

    @SuppressWarnings("ThisEscapedInObjectConstruction") // the polling starts last
    private PathWatch(URI target, String path, Duration every) {
        this.path = path;
        this.target = target;
        this.get = new PlainGet(target, "application/json", POLL_TIMEOUT);
        this.polling = POLLER.scheduleWithFixedDelay(this::poll, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Starts to watch.
     *
     * @param path name of the path, which need not exist
     * @param every time between an answer and the next question, at least 1 ms
     */
    public static PathWatch start(MediaMtxApi api, String path, Duration every) {
        return new PathWatch(api.address().resolve(MediaMtxApi.pathOf(path)), path, every);
    }

    /** The same with {@link #USUAL_POLL}. */
    public static PathWatch start(MediaMtxApi api, String path) {
        return start(api, path, USUAL_POLL);
    }

    /** What was seen so far. */
    public synchronized PathHistory history() {
        return new PathHistory(path, observations, failedPolls, lastFailure);
    }

    /** Completes when the path is seen ready. */
    public CompletableFuture<Instant> ready() {
        return ready.copy();
    }

    /** Completes when the path is seen with a reader. */
    public CompletableFuture<Instant> readerAttached() {
        return readerAttached.copy();
    }

    /** Completes when the path, once ready, is seen absent or not ready. */
    public CompletableFuture<Instant> gone() {
        return gone.copy();
    }

    /** Completes when the path, once gone, is seen ready again. */
    public CompletableFuture<Instant> back() {
        return back.copy();
    }

    @Override
    public void close() {
        boolean ignored = polling.cancel(false);
        IllegalStateException closed =
                new IllegalStateException("the watch of " + path + " was closed before this was seen");
        for (CompletableFuture<Instant> open : List.of(ready, readerAttached, gone, back)) {
            open.completeExceptionally(closed);
        }
    }

    private void poll() {
        try {
            PlainGet.Page answer = get.get();
            saw(new Observation(Instant.now(), MediaMtxApi.parse(target.getPath(), answer.status(), answer.body())));
        } catch (IOException | RuntimeException e) {
            failed(String.valueOf(e.getMessage() == null ? e : e.getMessage()));
        }
    }

    private synchronized void failed(String why) {
        failedPolls++;
        lastFailure = Optional.of(why);
    }

    private void saw(Observation now) {
        boolean wasReady = ready.isDone();
        synchronized (this) {
            int size = observations.size();
            if (size > 1
                    && alike(observations.get(size - 1), now)
                    && alike(observations.get(size - 2), observations.get(size - 1))) {
                observations.remove(size - 1);
            }
            observations.add(now);
        }
        if (now.ready()) {
            ready.complete(now.at());
            if (gone.isDone()) {
                back.complete(now.at());
            }
        } else if (wasReady) {
            gone.complete(now.at());
        }
        if (now.read()) {
            readerAttached.complete(now.at());
        }
    }

    private static boolean alike(Observation one, Observation other) {
        return one.state().isPresent() == other.state().isPresent()
                && one.state()
                        .flatMap(state -> other.state().map(state::looksLike))
                        .orElse(true);
    }
}
