package io.airproof.reference.media.metrics;

import io.prometheus.metrics.core.metrics.StatefulMetric;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Knows which series belong to which stream, and removes them some time after its end, so that a last scrape still sees
 * them and a long-lived service does not collect them for ever. A stream that comes back keeps its series. Thread-safe.
 */
final class Afterlife {

    private final Duration stay;
    private final Map<String, Set<Series>> series = new HashMap<>();
    private final Map<String, Future<?>> removals = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "metrics-afterlife");
        thread.setDaemon(true);
        return thread;
    });

    private record Series(StatefulMetric<?, ?> metric, List<String> labels) {}

    /**
     * @param stay how long series outlive their stream; contract section 7: 60 s to 10 min
     */
    Afterlife(Duration stay) {
        this.stay = stay;
    }

    /** A stream begins, perhaps again. */
    synchronized void begin(String stream) {
        Optional.ofNullable(removals.remove(stream)).ifPresent(removal -> removal.cancel(false));
        series.computeIfAbsent(stream, none -> new HashSet<>());
    }

    /** A series is used; the first label is the stream. */
    synchronized void note(StatefulMetric<?, ?> metric, String... labels) {
        Optional.ofNullable(series.get(labels[0])).ifPresent(known -> known.add(new Series(metric, List.of(labels))));
    }

    /** A stream has ended. */
    synchronized void end(String stream) {
        Future<?> removal = clock.schedule(() -> remove(stream), stay.toNanos(), TimeUnit.NANOSECONDS);
        Optional.ofNullable(removals.put(stream, removal)).ifPresent(old -> old.cancel(false));
    }

    private synchronized void remove(String stream) {
        removals.remove(stream);
        Optional.ofNullable(series.remove(stream))
                .ifPresent(all ->
                        all.forEach(one -> one.metric().remove(one.labels().toArray(String[]::new))));
    }
}
