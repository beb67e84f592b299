package io.airproof.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the incidents of a programme happen, each at its time after the first packet of content. */
final class Script implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "incidents");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Incident.Happened> happened = new CopyOnWriteArrayList<>();

    private Script() {}

    static Script start(List<Incident> incidents, CompletableFuture<Instant> contentStarted, Stage stage) {
        Script script = new Script();
        contentStarted.thenAccept(from -> incidents.forEach(incident -> script.plan(incident, from, stage)));
        return script;
    }

    private void plan(Incident incident, Instant from, Stage stage) {
        Duration left = Duration.between(Instant.now(), from.plus(incident.at()));
        var ignored = clock.schedule(() -> happen(incident, stage), Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
    }

    private void happen(Incident incident, Stage stage) {
        Instant at = Instant.now();
        try {
            incident.action().run(stage);
            happened.add(new Incident.Happened(incident.name(), at, ""));
        } catch (RuntimeException e) {
            happened.add(new Incident.Happened(incident.name(), at, String.valueOf(e.getMessage())));
        }
    }

    /** What has happened so far, in order. */
    List<Incident.Happened> happened() {
        return List.copyOf(happened);
    }

    @Override
    public void close() {
        var ignored = clock.shutdownNow();
    }
}
