package io.airproof.world;

import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Broadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.json.JSONObject;

/** The Socket.IO monitor: what passed between worker and STS, counted and timed by the tap. */
public final class MonitorWorld {

    private static final String WIRE = "wire between worker and STS";

    private final PublisherWorld publisher;

    public MonitorWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** The fragments with their results. */
    public List<Segment> segments() {
        return publisher.broadcast().segments();
    }

    /** How many fragments were sent. */
    public List<Figure> sent() {
        return List.of(Figure.of(WIRE, segments().size()));
    }

    /** How many were answered with status success. */
    public List<Figure> dubbed() {
        return List.of(
                Figure.of(WIRE, segments().stream().filter(Segment::dubbed).count()));
    }

    /** From the broadcaster's first try to connect to the last result, in seconds. */
    public List<Figure> timeToLastResult() {
        Instant from = broadcast().requestedAt();
        Optional<Instant> last = segments().stream()
                .flatMap(segment -> segment.answeredAt().stream())
                .max(Instant::compareTo);
        return List.of(Figure.seconds(
                WIRE,
                last.map(at -> Reading.measured(Duration.between(from, at)))
                        .orElseGet(() -> Reading.unmeasurable("no result came"))));
    }

    /** How many {@code error} events the worker got. */
    public List<Figure> refused() {
        return List.of(Figure.of(WIRE, events(Direction.STS_TO_WORKER, "error").size()));
    }

    /** How many fragments got no result. */
    public List<Figure> lost() {
        return List.of(Figure.of(
                WIRE,
                segments().stream()
                        .filter(segment -> segment.result().isEmpty())
                        .count()));
    }

    /** How many results came beyond the first of their fragment, or for no fragment. */
    public List<Figure> superfluous() {
        long first = segments().stream()
                .filter(segment -> segment.result().isPresent())
                .count();
        return List.of(Figure.of(
                WIRE, events(Direction.STS_TO_WORKER, "fragment:processed").size() - first));
    }

    /** How many of dub, transcript and translation are empty, for each result. */
    public List<Figure> emptyMembers() {
        return segments().stream()
                .map(segment -> segment.result()
                        .map(result -> Figure.of(segment.where(), emptyMembers(result)))
                        .orElseGet(() -> Figure.none(segment.where(), "no result came")))
                .toList();
    }

    /** Characters of transcript and translation together, for each result. */
    public List<Figure> textLengths() {
        return segments().stream()
                .map(segment -> segment.result().isPresent()
                        ? Figure.of(
                                segment.where(),
                                segment.text("transcript").length()
                                        + segment.text("translated_text").length())
                        : Figure.none(segment.where(), "no result came"))
                .toList();
    }

    /** From {@code fragment:data} to {@code fragment:processed} in seconds, for each fragment. */
    public List<Figure> turnarounds() {
        return segments().stream()
                .map(segment -> Figure.seconds(segment.where(), segment.turnaround()))
                .toList();
    }

    /** From the first result to the output path being ready, in seconds; below 0 if it was ready before. */
    public List<Figure> outputReadyAfterFirstResult() {
        Optional<Instant> first = segments().stream()
                .flatMap(segment -> segment.answeredAt().stream())
                .min(Instant::compareTo);
        Reading<Duration> after = first.isEmpty()
                ? Reading.unmeasurable("no result came")
                : broadcast()
                        .output()
                        .firstReadyAt()
                        .<Reading<Duration>>map(at -> Reading.measured(Duration.between(first.get(), at)))
                        .orElseGet(() -> Reading.unmeasurable("the output path was never ready"));
        return List.of(Figure.seconds(broadcast().output().path(), after));
    }

    /** From the input path being ready to {@code stream:ready}, in seconds. */
    public List<Figure> sessionAfterInputReady() {
        Optional<Instant> input = broadcast().input().firstReadyAt();
        Optional<Instant> session = events(Direction.STS_TO_WORKER, "stream:ready").stream()
                .map(WireEvent::deliveredAt)
                .findFirst();
        Reading<Duration> after = input.isEmpty()
                ? Reading.unmeasurable("the input path was never ready")
                : session.<Reading<Duration>>map(at -> Reading.measured(Duration.between(input.get(), at)))
                        .orElseGet(() -> Reading.unmeasurable("the STS never said stream:ready"));
        return List.of(Figure.seconds(WIRE, after));
    }

    private static long emptyMembers(WireEvent result) {
        String audio = Optional.ofNullable(result.body().optJSONObject("dubbed_audio"))
                .map((JSONObject dub) -> dub.optString("data_base64"))
                .orElse("");
        return Stream.of(audio, result.text("transcript"), result.text("translated_text"))
                .filter(String::isBlank)
                .count();
    }

    private List<WireEvent> events(Direction direction, String name) {
        return broadcast().wire().stream()
                .filter(event -> event.direction() == direction && event.name().equals(name))
                .toList();
    }

    private Broadcast broadcast() {
        AnalysedBroadcast analysed = publisher.broadcast();
        return analysed.broadcast();
    }
}
