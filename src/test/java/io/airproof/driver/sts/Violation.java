package io.airproof.driver.sts;

/**
 * A broken rule of the wire contract.
 *
 * @param member where, as a path: {@code dubbed_audio.channels}
 * @param why what is there and what should be
 */
public record Violation(String member, String why) {
    @Override
    public String toString() {
        return member + ": " + why;
    }
}
