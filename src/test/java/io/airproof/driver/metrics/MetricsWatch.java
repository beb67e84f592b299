package io.airproof.driver.metrics;

import io.airproof.driver.wait.Polls;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Scrapes a service again and again until closed; whoever watches the same service is told by the same scrape. */
public final class MetricsWatch implements AutoCloseable {

    private static final Polls<Target, TimedExposition> POLLS =
            new Polls<>("metrics-watch", target -> new MetricsClient(target.service()).scrape(), Target::every);

    private final List<TimedExposition> snapshots = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Polls.Listening listening;

    /**
     * What is scraped.
     *
     * @param service {@code http://host:port}
     * @param every time between an answer and the next scrape
     */
    private record Target(URI service, Duration every) {}

    private MetricsWatch(Target target) {
        this.listening = POLLS.listen(target, this::scraped, this::failed);
    }

    /**
     * Starts at once.
     *
     * @param every time between an answer and the next scrape, at least 1 ms
     */
    public static MetricsWatch start(MetricsClient client, Duration every) {
        return new MetricsWatch(new Target(client.service(), every));
    }

    /** The scrapes so far, in order. */
    public synchronized List<TimedExposition> snapshots() {
        return List.copyOf(snapshots);
    }

    /** Why scrapes failed, in order. */
    public synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    private synchronized void scraped(TimedExposition scrape) {
        snapshots.add(scrape);
    }

    private synchronized void failed(Exception why) {
        failures.add(String.valueOf(why.getMessage()));
    }

    @Override
    public void close() {
        listening.close();
    }
}
