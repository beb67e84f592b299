package io.airproof.run;

import io.airproof.process.Background;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts services beside the shared ones, one for each core at a time. Where they can step back until they run ({@link
 * Background#isReversible()}), programmes are on air meanwhile; elsewhere nobody goes on air before all are done, since a
 * start takes a core for a second.
 */
final class Preparations {

    private final boolean apart;
    private final Executor starters;
    private final AtomicInteger open = new AtomicInteger();
    private final Runnable done;

    /**
     * None yet.
     *
     * @param apart whether they can step back until they run
     * @param done told when one is done
     */
    Preparations(boolean apart, Runnable done) {
        this.apart = apart;
        this.done = done;
        this.starters = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), this::thread);
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(
                () -> {
                    if (apart) {
                        Background.thisThread();
                    }
                    task.run();
                },
                "prepare");
        thread.setDaemon(true);
        return thread;
    }

    /** Waits until it is this one's turn and it is done; throws what it throws. */
    void run(Runnable start) {
        open.incrementAndGet();
        try {
            CompletableFuture.runAsync(start, starters).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            open.decrementAndGet();
            done.run();
        }
    }

    /** Whether nobody may go on air. */
    boolean holdTheAir() {
        return !apart && open.get() > 0;
    }
}
