package io.airproof.reference.sts.wire;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the peers that are in, and lets in no more than a limit. */
final class Gate {

    private final int limit;
    private final AtomicInteger inside = new AtomicInteger();

    Gate(int limit) {
        this.limit = limit;
    }

    boolean enter() {
        return inside.getAndUpdate(count -> count < limit ? count + 1 : count) < limit;
    }

    void leave() {
        inside.decrementAndGet();
    }
}
