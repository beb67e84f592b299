package io.airproof.driver.tap;

/** How the tap ends a connection. */
public enum Cut {
    /** A TCP reset to both sides, at once. */
    RESET,
    /** An orderly TCP close to both sides, without a WebSocket close frame. */
    CLOSE,
    /** Nothing passes any more in either direction, nobody is told, the sockets stay: a dead network. */
    SILENCE
}
