package io.airproof.reference.sts.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * The other end of a connection. One thread serves it: listener calls and everything handed to {@link #execute} or
 * {@link #schedule} run there, one after another.
 */
public interface Peer {

    /** Names the connection in the log. */
    String id();

    /** A header of the handshake, cut to 64 characters; empty if it was not sent. */
    String header(String name);

    /** Sends an event; ignored when the connection is closed. */
    void emit(String event, JsonNode body);

    /** Says goodbye and closes, after everything sent before. */
    void disconnect();

    /** Runs an action on the thread of the connection. */
    void execute(Runnable action);

    /** Runs an action on the thread of the connection, later. */
    Future<?> schedule(Runnable action, Duration delay);
}
