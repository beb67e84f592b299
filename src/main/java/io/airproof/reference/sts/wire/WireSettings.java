package io.airproof.reference.sts.wire;

import java.time.Duration;

/**
 * Limits of the transport.
 *
 * @param maxConnections peers at a time; one more gets a connect error
 * @param maxMessageBytes bytes in one message; a longer one closes the connection
 * @param pingInterval announced time between pings
 * @param pingTimeout time a peer has to answer one
 * @param requestPatience time a connection has to bring a whole HTTP request
 */
public record WireSettings(
        int maxConnections,
        int maxMessageBytes,
        Duration pingInterval,
        Duration pingTimeout,
        Duration requestPatience) {}
