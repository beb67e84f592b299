package io.airproof.reference.sts.dub.sound;

/**
 * A stretch of sound between pauses.
 *
 * @param start s
 * @param end s
 */
public record Phrase(double start, double end) {

    /** How far a moment (s) lies outside, s; 0 inside. */
    public double distance(double moment) {
        return Math.max(0, Math.max(start - moment, moment - end));
    }
}
