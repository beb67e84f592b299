package io.airproof.driver.sts;

import java.time.Duration;

/**
 * How long a connection took.
 *
 * @param tcpToSocketIo from the start of the TCP connection to Socket.IO's connect event
 */
public record ConnectTiming(Duration tcpToSocketIo) {}
