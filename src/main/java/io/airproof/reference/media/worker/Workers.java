package io.airproof.reference.media.worker;

import io.airproof.reference.media.metrics.MediaMetrics;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.settings.MediaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** All streams of this service: one worker each, up to the limit. Every call returns at once. */
public final class Workers {

    private final MediaSettings settings;
    private final MediaMetrics metrics;
    private final Map<String, Worker> workers = new TreeMap<>();

    /** Streams whose source is back while their last worker is on its way out. */
    private final Set<String> returning = new HashSet<>();

    private boolean stopping;

    public Workers(MediaSettings settings, MediaMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * A source is ready: its worker starts, or goes on.
     *
     * @return false if that would be one stream too many
     */
    public synchronized boolean ready(String streamId) {
        Optional<Worker> known = Optional.ofNullable(workers.get(streamId));
        if (stopping || (known.isEmpty() && workers.size() >= settings.maxStreams())) {
            return false;
        }
        if (known.isEmpty()) {
            begin(streamId);
        } else if (!known.get().ready()) {
            returning.add(streamId);
        }
        return true;
    }

    private void begin(String streamId) {
        Worker worker = new Worker(streamId, settings, new StreamMetrics(metrics, streamId));
        workers.put(streamId, worker);
        worker.gone().thenAccept(again -> forget(streamId, worker, again));
        worker.ready();
    }

    /** A source is gone. */
    public synchronized void notReady(String streamId) {
        returning.remove(streamId);
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
        List<CompletableFuture<Boolean>> ends = new ArrayList<>();
        synchronized (this) {
            stopping = true;
            workers.values().forEach(worker -> {
                ends.add(worker.gone());
                worker.stop();
            });
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private synchronized void forget(String streamId, Worker worker, boolean again) {
        workers.remove(streamId, worker);
        if (returning.remove(streamId) || again) {
            boolean ignored = ready(streamId);
        }
    }
}
