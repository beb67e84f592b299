package io.airproof.run;

import java.time.Duration;

/**
 * The broadcaster hangs up and comes back; the clip goes on where it was.
 *
 * @param at how much of the clip has been sent by then, at a key frame
 * @param length from hanging up to connecting again
 */
public record Intermission(Duration at, Duration length) {}
