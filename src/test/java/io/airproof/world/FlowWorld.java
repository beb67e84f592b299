package io.airproof.world;

import io.airproof.driver.metrics.TimedExposition;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.run.Broadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How fragments flow: how many are on their way, when they leave, and what holds them up. */
public final class FlowWorld {

    private static final String GAUGE = "media_service_worker_sts_inflight_fragments";
    private static final String EVENTS = "media_service_worker_backpressure_events_total";

    /** A scrape and the tap see the same change at slightly different times. */
    private static final Duration AROUND = Duration.ofMillis(300);

    private static final String WIRE = "wire between worker and STS";

    private final PublisherWorld publisher;

    public FlowWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** The most fragments that were unanswered at a time. */
    public List<Figure> mostInFlight() {
        return List.of(
                sent().stream().mapToLong(fragment -> inFlight(fragment.at().plusNanos(1))).max().stream()
                        .mapToObj(most -> Figure.of(WIRE, most))
                        .findFirst()
                        .orElseGet(() -> Figure.none(WIRE, "no fragment was sent")));
    }

    /** How far the gauge is from what the tap counts, at each scrape away from a change. */
    public List<Figure> gaugeErrors() {
        List<Figure> errors = new ArrayList<>();
        for (TimedExposition scrape : broadcast().metrics()) {
            OptionalDouble told = scrape.exposition()
                    .value(GAUGE, Map.of("stream_id", broadcast().streamId()));
            long before = inFlight(scrape.at().minus(AROUND));
            if (told.isPresent() && before == inFlight(scrape.at().plus(AROUND)) && before == inFlight(scrape.at())) {
                errors.add(Figure.of("scrape at " + second(scrape.at()), Math.abs(told.getAsDouble() - before)));
            }
        }
        return List.copyOf(errors);
    }

    /** How many scrapes could be compared. */
    public List<Figure> scrapesCompared() {
        return List.of(Figure.of("/metrics during the stream", gaugeErrors().size()));
    }

    /** What the gauge shows after the stream. */
    public List<Figure> gaugeAtTheEnd() {
        return List.of(new Figure(
                "/metrics after the stream",
                broadcast()
                        .finalMetrics()
                        .flatMap(scrape -> reading(scrape.exposition()
                                .value(GAUGE, Map.of("stream_id", broadcast().streamId()))))));
    }

    /** From the result that freed a place to the sending of each fragment beyond the first so many, in ms. */
    public List<Figure> afterAFreePlace(int places) {
        List<WireEvent> all = sent();
        return all.stream()
                .skip(places)
                .map(fragment -> Figure.milliseconds(
                        "fragment " + fragment.body().optInt("sequence_number"),
                        results().stream()
                                .map(WireEvent::deliveredAt)
                                .filter(at -> at.isBefore(fragment.at()))
                                .max(Instant::compareTo)
                                .<Reading<Duration>>map(at -> Reading.measured(Duration.between(at, fragment.at())))
                                .orElseGet(() -> Reading.unmeasurable("no result came before it"))))
                .toList();
    }

    /** Segments of the clip, from the first that was sent on, that were not sent. */
    public List<Figure> segmentsLeftOut() {
        Set<Integer> numbers = publisher.broadcast().segments().stream()
                .map(Segment::number)
                .collect(Collectors.toCollection(TreeSet::new));
        long whole = broadcast().programme().clip().duration().toNanos()
                / broadcast().programme().settings().segmentLength().toNanos();
        long first = numbers.stream().findFirst().orElse(0);
        return List.of(Figure.of(
                "from segment %d to %d".formatted(first, whole - 1),
                LongStream.range(first, whole)
                        .filter(number -> !numbers.contains((int) number))
                        .count()));
    }

    /** How many fragments were sent. */
    public List<Figure> fragmentsSent() {
        return List.of(Figure.of(WIRE, sent().size()));
    }

    /** Fragments that were sent between two incidents. */
    public List<Figure> sentBetween(String from, String upTo) {
        Reading<Instant> begin = WireView.of(publisher).happened(from);
        Reading<Instant> end = WireView.of(publisher).happened(upTo);
        return List.of(new Figure(
                "from \"" + from + "\" to \"" + upTo + "\"",
                begin.flatMap(after -> end.map(before -> (double) sentBetween(after, before)))));
    }

    private long sentBetween(Instant after, Instant before) {
        return sent().stream()
                .filter(fragment ->
                        fragment.at().isAfter(after) && fragment.at().isBefore(before))
                .count();
    }

    /** From an incident to the first fragment after it, in seconds. */
    public List<Figure> firstSentAfter(String incident) {
        return List.of(Figure.seconds(
                "after \"" + incident + "\"",
                WireView.of(publisher).happened(incident).flatMap(after -> sent().stream()
                        .map(WireEvent::at)
                        .filter(at -> at.isAfter(after))
                        .findFirst()
                        .<Reading<Duration>>map(at -> Reading.measured(Duration.between(after, at)))
                        .orElseGet(() -> Reading.unmeasurable("no fragment was sent after it")))));
    }

    /** How far the counter of each backpressure action is from the events that the worker got. */
    public List<Figure> backpressureCountErrors() {
        return Set.of("none", "slow_down", "pause").stream()
                .sorted()
                .map(action -> new Figure(
                        "action " + action, broadcast().finalMetrics().flatMap(scrape -> reading(scrape.exposition()
                                        .value(
                                                EVENTS,
                                                Map.of("stream_id", broadcast().streamId(), "action", action)))
                                .map(told -> Math.abs(told - backpressure(action))))))
                .toList();
    }

    /** How many backpressure events the worker got. */
    public List<Figure> backpressureEvents() {
        return List.of(Figure.of(
                WIRE,
                WireView.of(publisher)
                        .events(Direction.STS_TO_WORKER, "backpressure")
                        .size()));
    }

    private long backpressure(String action) {
        return WireView.of(publisher).events(Direction.STS_TO_WORKER, "backpressure").stream()
                .filter(event -> event.text("action").equals(action))
                .count();
    }

    private long inFlight(Instant at) {
        long sentBy =
                sent().stream().filter(fragment -> !fragment.at().isAfter(at)).count();
        long answeredBy = results().stream()
                .filter(result -> !result.deliveredAt().isAfter(at))
                .count();
        return sentBy - answeredBy;
    }

    private String second(Instant at) {
        return "%.0f s"
                .formatted(Duration.between(broadcast().requestedAt(), at).toMillis() / 1e3);
    }

    private static Reading<Double> reading(OptionalDouble value) {
        return value.isPresent()
                ? Reading.measured(value.getAsDouble())
                : Reading.unmeasurable("the series is missing");
    }

    private List<WireEvent> sent() {
        return publisher.broadcast().segments().stream().map(Segment::fragment).toList();
    }

    private List<WireEvent> results() {
        return publisher.broadcast().segments().stream()
                .map(Segment::result)
                .flatMap(Optional::stream)
                .toList();
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
