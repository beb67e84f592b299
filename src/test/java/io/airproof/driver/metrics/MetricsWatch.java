package io.airproof.driver.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Scrapes a service again and again on a daemon thread of its own, until closed. */
public final class MetricsWatch implements AutoCloseable {

    private final MetricsClient client;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "metrics-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final List<TimedExposition> snapshots = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private MetricsWatch(MetricsClient client) {
        this.client = client;
    }

    /**
     * Starts at once.
     *
     * @param every from one scrape to the next, at least 1 ms
     */
    public static MetricsWatch start(MetricsClient client, Duration every) {
        MetricsWatch watch = new MetricsWatch(client);
        watch.scheduler.scheduleAtFixedRate(watch::scrape, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** The scrapes so far, in order. */
    public List<TimedExposition> snapshots() {
        synchronized (snapshots) {
            return List.copyOf(snapshots);
        }
    }

    /** Why scrapes failed, in order. */
    public List<String> failures() {
        synchronized (snapshots) {
            return List.copyOf(failures);
        }
    }

    @Override
    public void close() {
        List<Runnable> ignored = scheduler.shutdownNow();
    }

    private void scrape() {
        try {
            TimedExposition scrape = client.scrape();
            synchronized (snapshots) {
                snapshots.add(scrape);
            }
        } catch (ScrapeException e) {
            synchronized (snapshots) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
    }
}
