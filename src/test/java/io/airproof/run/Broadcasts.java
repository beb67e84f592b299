package io.airproof.run;

import java.util.concurrent.CompletableFuture;

/** Where scenarios get what was recorded of a programme. */
@FunctionalInterface
public interface Broadcasts {

    /** Puts the programme on air unless it already is; completes when it has ended and everything was received. */
    CompletableFuture<AnalysedBroadcast> broadcast(Programme programme);
}
