package io.airproof.driver.tap;

/** Who made what a receiver got. */
public enum Origin {
    /** The peer on the other side of the tap; the tap passed it on unchanged. */
    PEER,
    /** The tap, told so by a scenario: injected, or put in place of what the peer had sent. */
    TAP
}
