package io.airproof.driver.wait;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects the looks of one wait. */
final class TimelineWriter {

    private final String name;
    private final Instant started;
    private final List<WaitTimeline.Poll> polls = new ArrayList<>();

    TimelineWriter(String name, Instant started) {
        this.name = name;
        this.started = started;
    }

    /** Notes a look; a run of equal observations is kept as its first and its last. */
    synchronized boolean reached(Look look) {
        WaitTimeline.Poll poll = new WaitTimeline.Poll(Duration.between(started, Instant.now()), look.observation());
        int size = polls.size();
        if (size > 1
                && polls.get(size - 1).observation().equals(look.observation())
                && polls.get(size - 2).observation().equals(look.observation())) {
            polls.remove(size - 1);
        }
        polls.add(poll);
        if (polls.size() > Await.POLLS_KEPT) {
            polls.remove(0);
        }
        return look.reached();
    }

    /** Ends the wait, and tells whoever listens in this thread. */
    WaitTimeline end(WaitTimeline.Outcome outcome) {
        WaitTimeline timeline = told(outcome);
        WaitEar.tell(timeline);
        return timeline;
    }

    private synchronized WaitTimeline told(WaitTimeline.Outcome outcome) {
        return new WaitTimeline(name, started, polls, outcome);
    }
}
