package io.airproof.world;

import io.airproof.driver.wait.WaitEar;
import io.airproof.driver.wait.WaitTimeline;
import io.airproof.evidence.Evidence;
import io.airproof.evidence.Wait;
import io.airproof.run.Broadcast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a scenario waited for, as evidence: where its time went, and what it saw meanwhile. */
public final class WaitWorld {
    /** Scenarios that talk to an STS wait hundreds of times; a reader follows so many. */
    private static final int MOST = 60;

    private final Evidence evidence;
    private final PublisherWorld publisher;
    private Optional<WaitEar> ear = Optional.empty();
    private int heard;

    public WaitWorld(Evidence evidence, PublisherWorld publisher) {
        this.evidence = evidence;
        this.publisher = publisher;
    }

    /** Hears of the waits of this scenario from now on, which is run in this thread. */
    public void listen() {
        ear = Optional.of(WaitEar.open(this::heard));
    }

    /** Listens no more, and tells how long its programme waited; others share that. */
    public void end() {
        ear.ifPresent(WaitEar::close);
        publisher.ended().ifPresent(one -> programme(one.broadcast()));
    }

    private void heard(WaitTimeline timeline) {
        if (heard++ < MOST) {
            evidence.waited(new Wait(
                    timeline.name(),
                    timeline.started(),
                    timeline.took(),
                    timeline.outcome().name().toLowerCase(Locale.ROOT),
                    timeline.polls().stream()
                            .map(poll -> new Wait.Look(poll.at(), poll.observation()))
                            .toList()));
        }
    }

    private void programme(Broadcast broadcast) {
        String label = broadcast.programme().label() + ": ";
        Instant from = broadcast.requestedAt();
        reached(label + "the input path is ready", from, broadcast.input().firstReadyAt());
        reached(label + "the media-service reads it", from, broadcast.input().firstReaderAt());
        reached(label + "the output path is ready", from, broadcast.output().firstReadyAt());
        reached(label + "the output path is gone", from, broadcast.output().goneAt());
    }

    private void reached(String name, Instant from, Optional<Instant> at) {
        at.ifPresent(when -> evidence.waited(new Wait(name, from, Duration.between(from, when), "reached", List.of())));
    }
}
