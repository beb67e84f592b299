package io.airproof.world;

import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.run.Broadcast;
import io.airproof.run.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was seen of a programme between worker and STS, and what happened to it meanwhile. */
record WireView(Broadcast broadcast) {

    static WireView of(PublisherWorld publisher) {
        return new WireView(publisher.broadcast().broadcast());
    }

    /** The events of a name and direction, in order of delivery. */
    List<WireEvent> events(Direction direction, String name) {
        return broadcast.wire().stream()
                .filter(event -> event.direction() == direction && event.name().equals(name))
                .toList();
    }

    /** The first of them. */
    Optional<WireEvent> first(Direction direction, String name) {
        return events(direction, name).stream().findFirst();
    }

    /** Every {@code stream:init}. */
    List<WireEvent> inits() {
        return events(Direction.WORKER_TO_STS, "stream:init");
    }

    /** Every {@code stream:ready}. */
    List<WireEvent> ready() {
        return events(Direction.STS_TO_WORKER, "stream:ready");
    }

    /** Every {@code fragment:data}. */
    List<WireEvent> fragments() {
        return events(Direction.WORKER_TO_STS, "fragment:data");
    }

    /** When an incident happened for the first time; it must not have failed. */
    Reading<Instant> happened(String incident) {
        return broadcast.happened().stream()
                .filter(one -> one.name().equals(incident) && one.failure().isEmpty())
                .map(Incident.Happened::at)
                .findFirst()
                .<Reading<Instant>>map(Reading::measured)
                .orElseGet(() -> Reading.unmeasurable("\"" + incident + "\" did not happen: " + broadcast.happened()));
    }

    /** From one moment to another, if there were both; they are named for the reason why not. */
    static Reading<Duration> between(String from, Optional<Instant> begin, String upTo, Optional<Instant> end) {
        if (begin.isEmpty() || end.isEmpty()) {
            return Reading.unmeasurable("there was no " + (begin.isEmpty() ? from : upTo));
        }
        return Reading.measured(Duration.between(begin.get(), end.get()));
    }
}
