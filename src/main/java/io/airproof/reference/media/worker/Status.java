package io.airproof.reference.media.worker;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What health tells of a stream (contract 3.2), derived from what each side of the worker says of itself. The worst is
 * told: what cannot be mended before what may be, the input before the output before the STS. Thread-safe.
 */
final class Status {

    /** How the connection to the STS stands. */
    enum Sts {
        CONNECTING,
        CONNECTED,
        RECONNECTING,
        FAILED,
        DISABLED
    }

    private record Trouble(String reason, boolean forGood) {}

    private record Now(String state, Optional<String> reason, Instant since) {}

    private Sts sts = Sts.CONNECTING;
    private Optional<String> stsReason = Optional.empty();
    private Optional<Trouble> input = Optional.empty();
    private Optional<Trouble> output = Optional.empty();
    private CircuitBreaker.State breaker = CircuitBreaker.State.CLOSED;
    private boolean paused;
    private boolean skipping;
    private boolean draining;
    private String outputAudio = "none";
    private Now now = new Now("starting", Optional.empty(), Instant.now());

    /** The STS is reached, tried or given up, and why. */
    synchronized void sts(Sts state, Optional<String> reason) {
        sts = state;
        stsReason = reason;
        derive();
    }

    /** No STS is used: the original passes. */
    synchronized void skipping() {
        skipping = true;
        sts = Sts.DISABLED;
        derive();
    }

    /** The source is in trouble: tried again, or refused for good. */
    synchronized void inputTrouble(String reason, boolean forGood) {
        input = Optional.of(new Trouble(reason, forGood));
        derive();
    }

    synchronized void inputWell() {
        input = Optional.empty();
        draining = false;
        derive();
    }

    /** The output is in trouble: tried again, or given up for good. */
    synchronized void outputTrouble(String reason, boolean forGood) {
        output = Optional.of(new Trouble(reason, forGood));
        derive();
    }

    synchronized void outputWell() {
        output = Optional.empty();
        derive();
    }

    synchronized void breaker(CircuitBreaker.State state) {
        breaker = state;
        derive();
    }

    synchronized void paused(boolean is) {
        paused = is;
        derive();
    }

    /** The source has ended; the rest is played out. */
    synchronized void draining() {
        draining = true;
        derive();
    }

    /** What the viewer hears now. */
    synchronized void outputAudio(String heard) {
        outputAudio = heard;
    }

    private void derive() {
        Optional<Trouble> trouble = input.filter(Trouble::forGood)
                .or(() -> output.filter(Trouble::forGood))
                .or(() -> draining ? Optional.empty() : input.or(() -> output));
        String state;
        Optional<String> reason;
        if (trouble.isPresent()) {
            state = trouble.get().forGood() ? "failed" : "degraded";
            reason = trouble.map(Trouble::reason);
        } else if (draining) {
            state = "draining";
            reason = input.map(Trouble::reason);
        } else {
            state = skipping ? "passthrough" : dubbing();
            reason = state.equals("degraded") || state.equals("failed") ? dubbingReason() : Optional.empty();
        }
        if (!now.state().equals(state) || !now.reason().equals(reason)) {
            now = new Now(state, reason, Instant.now());
        }
    }

    private String dubbing() {
        return switch (sts) {
            case FAILED -> "failed";
            case CONNECTING -> stsReason.isPresent() ? "degraded" : "starting";
            case RECONNECTING -> "degraded";
            case CONNECTED, DISABLED -> breaker != CircuitBreaker.State.CLOSED || paused ? "degraded" : "dubbing";
        };
    }

    private Optional<String> dubbingReason() {
        return stsReason.or(
                () -> Optional.of(breaker == CircuitBreaker.State.CLOSED ? "backpressure" : "breaker_open"));
    }

    synchronized StreamView view(String streamId, String language) {
        return new StreamView(
                streamId,
                now.state(),
                now.reason(),
                now.since(),
                sts.name().toLowerCase(Locale.ROOT),
                breaker.word(),
                outputAudio,
                language);
    }
}
