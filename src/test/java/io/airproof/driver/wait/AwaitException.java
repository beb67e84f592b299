package io.airproof.driver.wait;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Something awaited did not come; the message says what, how long, and what was seen last. */
public final class AwaitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** So many of the last observations stand in the message. */
    static final int POLLS_SHOWN = 5;

    private final transient WaitTimeline timeline;

    AwaitException(WaitTimeline timeline, Duration deadline, String why) {
        super(text(timeline, deadline, why));
        this.timeline = timeline;
    }

    /** Everything that was seen. */
    public WaitTimeline timeline() {
        return timeline;
    }

    private static String text(WaitTimeline timeline, Duration deadline, String why) {
        List<WaitTimeline.Poll> polls = timeline.polls();
        String seen = polls.subList(Math.max(0, polls.size() - POLLS_SHOWN), polls.size()).stream()
                .map(poll -> "\n  after " + poll.at().toMillis() + " ms: " + poll.observation())
                .collect(Collectors.joining());
        return "Awaited: " + timeline.name() + ". "
                + (timeline.outcome() == WaitTimeline.Outcome.FAILED
                        ? "Given up: " + why
                        : "It did not come within " + deadline.toMillis() + " ms")
                + (seen.isEmpty() ? "; nothing was seen." : "; last seen:" + seen);
    }
}
