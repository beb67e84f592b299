package io.airproof.world;

import io.airproof.driver.http.StreamHealth;
import io.airproof.driver.log.LogFile;
import io.airproof.driver.log.LogLine;
import io.airproof.driver.metrics.TimedExposition;
import io.airproof.measure.Reading;
import io.airproof.run.Broadcast;
import io.airproof.run.Segment;
import io.airproof.stack.ServiceLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The circuit breaker, as the wire and the outside see it. */
public final class BreakerWorld {

    private static final String GAUGE = "media_service_worker_circuit_breaker_state";
    private static final List<String> BY_GAUGE = List.of("closed", "half_open", "open");
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(1);
    private static final double PAUSE_SEGMENTS = 2;
    private static final String WIRE = "wire between worker and STS";

    private final PublisherWorld publisher;

    public BreakerWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** How many fragments leave before sending pauses for the first time: for two segments and more. */
    public List<Figure> sentBeforeAPause() {
        List<Integer> pauses = pauses();
        return List.of(pauses.isEmpty() ? Figure.none(WIRE, "sending never pauses") : Figure.of(WIRE, pauses.get(0)));
    }

    /** How long the first pause in sending lasts, from the answer before it, in seconds. */
    public List<Figure> firstPause() {
        return probe(0);
    }

    /** From the answer that opened the breaker, or kept it open, to the probe after it, in seconds. */
    public List<Figure> probe(int number) {
        List<Integer> pauses = pauses();
        return List.of(Figure.seconds(
                "probe " + number,
                pauses.size() <= number
                        ? Reading.unmeasurable("there is no such probe; fragments leave at " + sent().size() + " times")
                        : pause(pauses.get(number))));
    }

    /** How many fragments leave between a probe and its answer, the probe among them. */
    public List<Figure> sentWithProbe(int number) {
        List<Integer> pauses = pauses();
        if (pauses.size() <= number) {
            return List.of(Figure.none("probe " + number, "there is no such probe"));
        }
        Segment probe = sent().get(pauses.get(number));
        return List.of(new Figure(
                "probe " + number,
                probe.answeredAt()
                        .<Reading<Instant>>map(Reading::measured)
                        .orElseGet(() -> Reading.unmeasurable("the probe was not answered"))
                        .map(answered -> (double) sent().stream()
                                .map(segment -> segment.fragment().at())
                                .filter(at -> !at.isBefore(probe.fragment().at()) && at.isBefore(answered))
                                .count())));
    }

    /** Whether the result of a probe has this status: 1, else 0. */
    public List<Figure> probeResult(int number, String status) {
        List<Integer> pauses = pauses();
        return List.of(
                pauses.size() <= number
                        ? Figure.none("probe " + number, "there is no such probe")
                        : Figure.of(
                                "probe " + number,
                                sent().get(pauses.get(number)).text("status").equals(status) ? 1 : 0));
    }

    /** Changes of state that health tells, in place of these: 0 if it is these. */
    public List<Figure> unexpectedInHealth(List<String> expected) {
        return List.of(
                Figure.of("health tells: " + statesInHealth(), statesInHealth().equals(expected) ? 0 : 1));
    }

    /** Scrapes whose gauge is not what health told within a second of it. */
    public List<Figure> gaugeAgainstHealth() {
        List<Figure> figures = new ArrayList<>();
        for (TimedExposition scrape : broadcast().metrics()) {
            OptionalDouble gauge = scrape.exposition()
                    .value(GAUGE, Map.of("stream_id", broadcast().streamId()));
            List<String> told = told(scrape.at());
            if (gauge.isPresent() && !told.isEmpty()) {
                String shown = BY_GAUGE.get((int) gauge.getAsDouble());
                figures.add(Figure.of("scrape shows " + shown, told.contains(shown) ? 0 : 1));
            }
        }
        return List.copyOf(figures);
    }

    /** Gauge values in the order of the scrapes, repetitions left out, that are missing of these. */
    public List<Figure> missingInGauge(List<Integer> expected) {
        List<Integer> seen = new ArrayList<>();
        for (TimedExposition scrape : broadcast().metrics()) {
            scrape.exposition()
                    .value(GAUGE, Map.of("stream_id", broadcast().streamId()))
                    .ifPresent(value -> addIfNew(seen, (int) value));
        }
        return List.of(Figure.of(
                "gauge shows: " + seen,
                expected.stream().filter(one -> !seen.contains(one)).count()));
    }

    /** Lines in the log about a change of the breaker, less the changes that health tells. */
    public List<Figure> logAgainstHealth() {
        List<String> lines = publisher.logs().stream()
                .filter(log -> log.name().equals("media-service"))
                .map(ServiceLog::file)
                .flatMap(file -> new LogFile(file).about(broadcast().streamId()).stream())
                .filter(line -> line.member("event").equals("breaker"))
                .map(LogLine::text)
                .toList();
        return List.of(Figure.of(
                "log of the media-service", lines.size() - (statesInHealth().size() - 1)));
    }

    private List<String> statesInHealth() {
        List<String> states = new ArrayList<>();
        broadcast().health().stream()
                .map(seen -> seen.text("breaker"))
                .filter(state -> !state.isEmpty())
                .forEach(state -> addIfNew(states, state));
        return states;
    }

    private List<String> told(Instant around) {
        return broadcast().health().stream()
                .filter(seen -> Duration.between(seen.at(), around).abs().compareTo(SHOWN_WITHIN) <= 0)
                .map((StreamHealth seen) -> seen.text("breaker"))
                .filter(state -> !state.isEmpty())
                .toList();
    }

    private static <T> void addIfNew(List<T> list, T value) {
        if (list.isEmpty() || !list.get(list.size() - 1).equals(value)) {
            list.add(value);
        }
    }

    /** Places in the order of sending before which nothing was sent for two segments and more. */
    private List<Integer> pauses() {
        List<Segment> sent = sent();
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i < sent.size(); i++) {
            Duration since = Duration.between(
                    sent.get(i - 1).fragment().at(), sent.get(i).fragment().at());
            if (since.toMillis() >= PAUSE_SEGMENTS * sent.get(i).length().toMillis()) {
                places.add(i);
            }
        }
        return places;
    }

    private Reading<Duration> pause(int place) {
        List<Segment> sent = sent();
        return sent.get(place - 1)
                .answeredAt()
                .<Reading<Duration>>map(answered -> Reading.measured(
                        Duration.between(answered, sent.get(place).fragment().at())))
                .orElseGet(() -> Reading.unmeasurable("the fragment before it was not answered"));
    }

    private List<Segment> sent() {
        return publisher.broadcast().segments();
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
