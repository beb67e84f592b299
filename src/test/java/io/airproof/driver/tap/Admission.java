package io.airproof.driver.tap;

/** What happens to a worker's request to open a WebSocket. */
public sealed interface Admission {

    /** It is forwarded. */
    record Admit() implements Admission {}

    /**
     * It is answered by the tap.
     *
     * @param status HTTP status, 400–599
     * @param body plain text
     */
    record Refuse(int status, String body) implements Admission {
        public Refuse {
            if (status < LOWEST_ERROR || status > HIGHEST_ERROR) {
                throw new IllegalArgumentException("a refusal has a status of 400–599, not " + status);
            }
        }
    }

    /** The TCP connection is reset, as when nobody listens. */
    record Reset() implements Admission {}

    /** The TCP connection is accepted and nothing is ever answered. */
    record Ignore() implements Admission {}

    /** Lowest HTTP error status. */
    int LOWEST_ERROR = 400;

    /** Highest HTTP error status. */
    int HIGHEST_ERROR = 599;

    /** The usual admission. */
    Admission ADMIT = new Admit();
}
