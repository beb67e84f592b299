package io.airproof.reference.media.worker;

import io.airproof.reference.media.metrics.MediaMetrics;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.settings.MediaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** All streams of this service: one worker each, up to the limit. Every call returns at once. */
public final class Workers {

    private final MediaSettings settings;
    private final MediaMetrics metrics;
    private final Map<String, Worker> workers = new TreeMap<>();
    private boolean stopping;

    public Workers(MediaSettings settings, MediaMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * A source is ready: its worker starts, unless it is there already.
     *
     * @return false if that would be one stream too many
     */
    public synchronized boolean ready(String streamId) {
        Optional<Worker> known = Optional.ofNullable(workers.get(streamId));
        if (known.isPresent() && !known.get().isEnding()) {
            return true;
        }
        if (stopping || (known.isEmpty() && workers.size() >= settings.maxStreams())) {
            return false;
        }
        Worker worker = new Worker(streamId, settings, new StreamMetrics(metrics, streamId));
        workers.put(streamId, worker);
        worker.gone().thenRun(() -> forget(streamId, worker));
        // A source that comes back while the last one is still played out waits for its end.
        known.map(Worker::gone).orElse(CompletableFuture.completedFuture(null)).thenRun(worker::start);
        return true;
    }

    /** A source is gone. */
    public synchronized void notReady(String streamId) {
        Optional.ofNullable(workers.get(streamId)).ifPresent(Worker::notReady);
    }

    /** All streams. */
    public synchronized List<StreamView> views() {
        return workers.values().stream().map(Worker::view).toList();
    }

    /** Whether the service is going down. */
    public synchronized boolean isStopping() {
        return stopping;
    }

    /** Stops every stream; blocks until nothing is left, or for so long. */
    public void stop(Duration atMost) {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        synchronized (this) {
            stopping = true;
            workers.values().forEach(worker -> ends.add(worker.stop()));
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private synchronized void forget(String streamId, Worker worker) {
        workers.remove(streamId, worker);
    }
}
