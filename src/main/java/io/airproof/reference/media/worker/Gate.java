package io.airproof.reference.media.worker;

import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.settings.MediaSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether fragments may be sent: the breaker (contract 6.2) and the backpressure (6.3) with their clocks, and what the
 * outside sees of them. Runs on the worker's thread alone.
 */
final class Gate {

    private final MediaSettings settings;
    private final StreamMetrics metrics;
    private final StreamLog log;
    private final Turns turns;
    private final Status status;
    private final Runnable moved;
    private final CircuitBreaker breaker;
    private final Backpressure pressure;
    private CircuitBreaker.State shown = CircuitBreaker.State.CLOSED;
    private int opened;
    private int pauses;

    /**
     * An open gate.
     *
     * @param moved called when fragments that wait may have got a way, or have lost it
     */
    Gate(MediaSettings settings, StreamMetrics metrics, StreamLog log, Turns turns, Status status, Runnable moved) {
        this.settings = settings;
        this.metrics = metrics;
        this.log = log;
        this.turns = turns;
        this.status = status;
        this.moved = moved;
        this.breaker = new CircuitBreaker(settings.breakerThreshold());
        this.pressure = new Backpressure(settings.pauseLimit());
    }

    boolean breakerAdmits() {
        return breaker.admits();
    }

    boolean isPaused() {
        return pressure.isPaused(System.nanoTime());
    }

    /** How long a fragment has to wait yet that could have been sent since then; zero if it may be sent. */
    Duration left(long since) {
        return pressure.left(since, System.nanoTime());
    }

    void sent(String fragmentId) {
        breaker.sent(fragmentId);
    }

    void success(String fragmentId) {
        breaker.success(fragmentId);
        show();
    }

    void failure(String fragmentId) {
        metrics.breakerFailure();
        breaker.failure(fragmentId);
        show();
    }

    void neutral(String fragmentId) {
        breaker.neutral(fragmentId);
        show();
    }

    /** A new session begins: what was is no more. */
    void reset() {
        breaker.reset();
        pressure.none();
        status.paused(false);
        show();
    }

    /** What the STS asks for; an action that is not known asks for nothing. */
    void pressure(String action, Optional<Duration> recommended) {
        metrics.backpressure(action);
        log.info("backpressure", "the STS asks for " + action);
        switch (action) {
            case "pause" -> pause();
            case "slow_down" -> pressure.slowDown(recommended);
            default -> pressure.none();
        }
        status.paused(isPaused());
        moved.run();
    }

    /** The STS takes nothing for now. */
    void pause() {
        pressure.pause(System.nanoTime());
        status.paused(true);
        int mine = ++pauses;
        turns.after(settings.pauseLimit(), () -> pauseOver(mine));
    }

    private void pauseOver(int pause) {
        if (pause == pauses && !isPaused()) {
            status.paused(false);
            moved.run();
        }
    }

    private void show() {
        CircuitBreaker.State now = breaker.state();
        if (now == shown) {
            return;
        }
        String change = "circuit breaker: %s, was %s".formatted(now.word(), shown.word());
        shown = now;
        metrics.breaker(now.gauge());
        status.breaker(now);
        if (now == CircuitBreaker.State.OPEN) {
            log.warn("breaker", change);
            int mine = ++opened;
            turns.after(settings.breakerTimeout(), () -> cool(mine));
        } else {
            log.info("breaker", change);
        }
        moved.run();
    }

    private void cool(int opening) {
        if (opening == opened) {
            breaker.coolDown();
            show();
        }
    }
}
