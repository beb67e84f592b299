package io.airproof.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that a scenario waited for.
 *
 * @param name what was awaited
 * @param started when the wait began
 * @param took how long it was, until it was there or given up
 * @param outcome {@code reached}, {@code deadline} or {@code failed}
 * @param looks what was seen on the way, in order
 */
public record Wait(String name, Instant started, Duration took, String outcome, List<Look> looks) {

    /**
     * What was seen.
     *
     * @param after since the start of the wait
     * @param seen the observation
     */
    public record Look(Duration after, String seen) {}

    public Wait {
        looks = List.copyOf(looks);
    }

    /** Whether it came in time. */
    public boolean isReached() {
        return outcome.equals("reached");
    }
}
