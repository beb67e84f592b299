package io.airproof.driver.mediamtx;

import io.airproof.driver.mediamtx.PathHistory.Observation;
import io.airproof.driver.wait.Polls;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Watches one path by asking the API again and again for all of its paths: whoever watches another one is told by the same
 * answer.
 *
 * <p>The futures complete when the thing is seen, with the time of the answer that showed it: late by at most a poll, never
 * early. Closing ends the polling and fails what has not completed.
 */
public final class PathWatch implements AutoCloseable {

    /** How often to ask, unless told otherwise: a tenth of the shortest limit measured with it is a good deal more. */
    public static final Duration USUAL_POLL = Duration.ofMillis(40);

    /** A poll that takes longer has failed. */
    static final Duration POLL_TIMEOUT = Duration.ofSeconds(2);

    private static final Polls<Target, PathsLook> POLLS =
            new Polls<>("path-watch", target -> PathsLook.at(target.api(), POLL_TIMEOUT), Target::every);

    private final String path;
    private final List<Observation> observations = new ArrayList<>();
    private long failedPolls;
    private Optional<String> lastFailure = Optional.empty();
    private final CompletableFuture<Instant> ready = new CompletableFuture<>();
    private final CompletableFuture<Instant> readerAttached = new CompletableFuture<>();
    private final CompletableFuture<Instant> gone = new CompletableFuture<>();
    private final CompletableFuture<Instant> back = new CompletableFuture<>();
    private final Polls.Listening listening;

    /**
     * What is asked.
     *
     * @param api {@code http://host:port}
     * @param every time between an answer and the next question
     */
    private record Target(URI api, Duration every) {}

    private PathWatch(Target target, String path) {
        this.path = path;
        this.listening = POLLS.listen(target, this::saw, this::failed);
    }

    /**
     * Starts to watch.
     *
     * @param path name of the path, which need not exist
     * @param every time between an answer and the next question, at least 1 ms
     */
    public static PathWatch start(MediaMtxApi api, String path, Duration every) {
        return new PathWatch(new Target(api.address(), every), path);
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
        listening.close();
        IllegalStateException closed =
                new IllegalStateException("the watch of " + path + " was closed before this was seen");
        for (CompletableFuture<Instant> open : List.of(ready, readerAttached, gone, back)) {
            open.completeExceptionally(closed);
        }
    }

    private synchronized void failed(Exception why) {
        failedPolls++;
        lastFailure = Optional.of(String.valueOf(why.getMessage() == null ? why : why.getMessage()));
    }

    private void saw(PathsLook look) {
        Observation now = new Observation(look.at(), look.path(path));
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
