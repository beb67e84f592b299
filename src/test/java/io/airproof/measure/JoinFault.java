package io.airproof.measure;

import java.time.Duration;

/**
 * A place where a sound that should be continuous is not.
 *
 * @param kind what is wrong
 * @param at stream time at which it begins
 * @param length how long it lasts
 * @param strength of a silence the RMS amplitude of its quieter side, of a click its height; both 0 to 1 where not clipped
 */
public record JoinFault(Kind kind, Duration at, Duration length, double strength) {

    /** What is wrong. */
    public enum Kind {
        SILENCE,
        CLICK
    }
}
