package io.airproof.driver.sts;

import org.json.JSONObject;

/** The way to the STS under a client. */
interface Link extends AutoCloseable {

    /** Sends an event; returns at once. */
    void emit(String event, JSONObject body);

    /** Whether the connection is open. */
    boolean isConnected();

    /** Hangs up. */
    @Override
    void close();
}
