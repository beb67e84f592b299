package io.airproof.driver.tap;

import java.time.Instant;

/**
 * One link in the chain that every message of a direction goes through; the place of faults.
 *
 * <p>Called on the thread of the connection, one message after the other. Must not block. If it throws, the connection
 * is reset and the record says why: a broken fault must not look like a healthy stream.
 */
public interface FrameInterceptor {

    /** Decides about one message. */
    Verdict meet(Message message, Passing passing);

    /** In words, for the record. */
    default String describe() {
        return toString();
    }

    /**
     * The circumstances of a message.
     *
     * @param streamId the X-Stream-ID of the handshake; empty text if there was none
     * @param connection number of the connection
     * @param direction which way the message goes
     * @param at when it had arrived
     */
    record Passing(String streamId, long connection, Direction direction, Instant at) {}
}
