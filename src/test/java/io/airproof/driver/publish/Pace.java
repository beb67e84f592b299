package io.airproof.driver.publish;

/** How fast content is sent. */
public enum Pace {
    /** Each packet at its time. */
    REAL_TIME,
    /** As fast as the server takes it. */
    BURST
}
