package io.airproof.reference.sts.engine;

import io.airproof.reference.sts.message.Outcome;
import java.util.concurrent.CompletableFuture;

/** Makes dubs. All methods may be called by any thread and return at once. */
public interface Engine extends AutoCloseable {

    /** Completes when a fragment can be dubbed; completes with the cause if that will never be. */
    CompletableFuture<Void> whenReady();

    /**
     * Starts the work on a fragment. An exception in the future means that a model
     * broke; cancelling it tells the engine
     * that nobody waits any more.
     */
    CompletableFuture<Outcome> process(Job job);

    /** Ends all work and every child process. */
    @Override
    void close();
}
