package io.airproof.reference.media.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread on which everything about a stream is decided, step after step. A step that stumbles is reported and
 * the next one goes on; a step that comes after the end is dropped.
 */
final class Turns {

    private final ScheduledExecutorService thread;
    private final Consumer<RuntimeException> stumbled;

    Turns(String threadName, Consumer<RuntimeException> stumbled) {
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> Worker.daemon(task, threadName));
        this.stumbled = stumbled;
    }

    /** Takes a step after those that wait already; from any thread, returns at once. */
    void take(Runnable step) {
        after(Duration.ZERO, step);
    }

    /** Takes a step later; from any thread, returns at once. */
    void after(Duration wait, Runnable step) {
        try {
            thread.schedule(() -> guarded(step), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The stream has ended; nothing can be done about it any more.
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            stumbled.accept(e);
        }
    }

    /** No step is taken from now on. */
    void end() {
        thread.shutdownNow();
    }
}
