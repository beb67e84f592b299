package io.airproof.driver.wait;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a wait saw, as evidence.
 *
 * @param name what was awaited
 * @param started when the wait began
 * @param polls the looks whose observation differed from the one before, and the last one; at most {@value
 *     Await#POLLS_KEPT}, the oldest left out
 * @param outcome how it ended
 */
public record WaitTimeline(String name, Instant started, List<Poll> polls, Outcome outcome) {

    /**
     * One look.
     *
     * @param at since the start of the wait
     * @param observation what was seen
     */
    public record Poll(Duration at, String observation) {}

    /** How a wait ended. */
    public enum Outcome {
        /** The condition came true in time. */
        REACHED,
        /** The deadline came first. */
        DEADLINE,
        /** Something happened after which the condition cannot come true any more. */
        FAILED
    }

    public WaitTimeline {
        polls = List.copyOf(polls);
    }

    /** From the start to the last look; zero if there was none. */
    public Duration took() {
        return polls.isEmpty() ? Duration.ZERO : polls.get(polls.size() - 1).at();
    }
}
