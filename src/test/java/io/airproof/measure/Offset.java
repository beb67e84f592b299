package io.airproof.measure;

import java.time.Duration;

/**
 * How far sound and picture are apart at one moment of the output.
 *
 * @param at output time
 * @param ms offset in ms, positive when the sound is early
 */
public record Offset(Duration at, double ms) {

    /** The distance without its direction, ms. */
    public double absoluteMs() {
        return Math.abs(ms);
    }
}
