package io.airproof.reference.media.worker;

import java.util.Locale;

/**
 * The circuit breaker of contract 6.2. Knows no clock: who owns it tells when the time of being open has passed.
 *
 * <pre>
 * closed     failure, the last of so many in a row  → open
 * open       cool-down                              → half-open
 * half-open  probe succeeds                         → closed
 * half-open  probe fails                            → open
 * any        reset (a new session)                  → closed
 * </pre>
 *
 * What is answered while it is open was sent before: it changes nothing.
 */
final class CircuitBreaker {

    /** Whether fragments may be sent. */
    enum State {
        /** All of them. */
        CLOSED(0),
        /** One, the probe. */
        HALF_OPEN(1),
        /** None. */
        OPEN(2);

        private final int gauge;

        State(int gauge) {
            this.gauge = gauge;
        }

        /** How the metric shows it (contract 7). */
        int gauge() {
            return gauge;
        }

        /** How health shows it (contract 3.2). */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final int threshold;
    private State state = State.CLOSED;
    private int failures;
    private String probe = "";

    /**
     * A closed breaker.
     *
     * @param threshold failures in a row that open it, at least 1
     */
    CircuitBreaker(int threshold) {
        this.threshold = threshold;
    }

    State state() {
        return state;
    }

    /** Whether the next fragment may be sent. */
    boolean admits() {
        return state == State.CLOSED || (state == State.HALF_OPEN && probe.isEmpty());
    }

    /** A fragment was sent; half-open, it is the probe. */
    void sent(String fragmentId) {
        if (state == State.HALF_OPEN) {
            probe = fragmentId;
        }
    }

    /** A fragment was dubbed. */
    void success(String fragmentId) {
        if (state == State.CLOSED) {
            failures = 0;
        } else if (probe.equals(fragmentId)) {
            become(State.CLOSED);
        }
    }

    /** A failure that counts: a time-out, or one that another try might not meet. */
    void failure(String fragmentId) {
        if (state == State.CLOSED && ++failures >= threshold) {
            become(State.OPEN);
        } else if (state == State.HALF_OPEN && probe.equals(fragmentId)) {
            become(State.OPEN);
        }
    }

    /** An answer that says nothing about the health of the STS; was it the probe's, the next fragment is the probe. */
    void neutral(String fragmentId) {
        if (probe.equals(fragmentId)) {
            probe = "";
        }
    }

    /** It has been open long enough. */
    void coolDown() {
        if (state == State.OPEN) {
            become(State.HALF_OPEN);
        }
    }

    /** A new session begins. */
    void reset() {
        become(State.CLOSED);
    }

    private void become(State next) {
        state = next;
        failures = 0;
        probe = "";
    }
}
