package io.airproof.reference.media.worker;

import java.time.Instant;
import java.util.Optional;

/** What state a stream is in, and since when. Thread-safe. */
final class Status {

    /** States of contract 3.2. */
    enum State {
        STARTING,
        DUBBING,
        DEGRADED,
        PASSTHROUGH,
        DRAINING,
        FAILED
    }

    private record Now(State state, Optional<String> reason, Instant since) {}

    private volatile Now now = new Now(State.STARTING, Optional.empty(), Instant.now());
    private volatile String sts = "connecting";
    private volatile String outputAudio = "none";

    /** Changes the state; a stream that failed stays so, and one that drains is not dubbing again. */
    synchronized boolean become(State state, Optional<String> reason) {
        boolean same = now.state() == state && now.reason().equals(reason);
        boolean settled = now.state() == State.FAILED || (now.state() == State.DRAINING && state != State.FAILED);
        if (same || settled) {
            return false;
        }
        now = new Now(state, reason, Instant.now());
        return true;
    }

    boolean is(State state) {
        return now.state() == state;
    }

    void sts(String state) {
        sts = state;
    }

    void outputAudio(String heard) {
        outputAudio = heard;
    }

    StreamView view(String streamId, String language) {
        Now shown = now;
        return new StreamView(
                streamId,
                shown.state().name().toLowerCase(java.util.Locale.ROOT),
                shown.reason(),
                shown.since(),
                sts,
                "closed",
                outputAudio,
                language);
    }
}
