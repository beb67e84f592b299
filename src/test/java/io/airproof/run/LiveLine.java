package io.airproof.run;

import io.airproof.driver.tap.TapRecord;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says now and then how a programme is going: one plain line. */
final class LiveLine implements AutoCloseable {

    private final ScheduledExecutorService clock;

    private LiveLine(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    static LiveLine start(
            Programme programme, Broadcaster publication, TapRecord wire, Consumer<String> say, Duration every) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live-line-" + programme.slug());
            thread.setDaemon(true);
            return thread;
        });
        Runnable line = () -> say.accept(text(programme, publication, wire));
        clock.scheduleAtFixedRate(line, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return new LiveLine(clock);
    }

    private static String text(Programme programme, Broadcaster publication, TapRecord wire) {
        long at = publication.position().toSeconds();
        String stage = publication.finished().isDone() ? "playing out" : at > 0 ? "on air" : "cueing";
        return "%-34s %-11s %3d of %d s   %2d fragments sent, %2d answered"
                .formatted(
                        programme.label(),
                        stage,
                        at,
                        publication.length().toSeconds(),
                        wire.sent().size(),
                        wire.results().size());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
