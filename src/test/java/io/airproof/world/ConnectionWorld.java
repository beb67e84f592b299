package io.airproof.world;

import io.airproof.driver.log.LogFile;
import io.airproof.driver.metrics.TimedExposition;
import io.airproof.driver.sts.StreamInitContract;
import io.airproof.driver.sts.Violation;
import io.airproof.driver.tap.Connection;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.Handshake;
import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.media.AacForm;
import io.airproof.run.Broadcast;
import io.airproof.run.Incident;
import io.airproof.run.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The worker's connections and sessions at the STS: when they were tried, opened, lost and ended. */
public final class ConnectionWorld {

    private static final String PREFIX = "media_service_worker_";
    private static final String INIT = "stream:init";
    private static final String READY = "stream:ready";
    private static final String WIRE = "wire between worker and STS";

    private final PublisherWorld publisher;

    public ConnectionWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** Handshakes without the right {@code X-Stream-ID} or {@code X-Worker-ID}. */
    public List<Figure> wrongHandshakes() {
        String stream = broadcast().streamId();
        return List.of(Figure.of(
                WIRE,
                broadcast().handshakes().stream()
                        .filter(shake -> !shake.header("X-Stream-ID").equals(Optional.of(stream))
                                || !shake.header("X-Worker-ID").equals(Optional.of("worker-" + stream)))
                        .count()));
    }

    /** What is wrong with the first {@code stream:init} by the contract; the place names it. */
    public List<Figure> initFaults() {
        Optional<AacForm> source = AacForm.of(broadcast().fixture().flvClip());
        List<Violation> faults = inits().stream()
                .findFirst()
                .flatMap(init -> source.map(form ->
                        StreamInitContract.faults(init.body(), broadcast().streamId(), form)))
                .orElseGet(() -> List.of(new Violation(INIT, "was never sent")));
        return List.of(Figure.of(faults.isEmpty() ? INIT : INIT + ": " + faults, faults.size()));
    }

    /** How many handshakes there were. */
    public List<Figure> handshakes() {
        return List.of(Figure.of(WIRE, broadcast().handshakes().size()));
    }

    /** Fragments that were sent before a session was open on their connection. */
    public List<Figure> earlyFragments() {
        return List.of(Figure.of(
                WIRE,
                fragments().stream()
                        .filter(fragment -> ready().stream()
                                .noneMatch(ready -> ready.connection() == fragment.connection()
                                        && ready.deliveredAt().isBefore(fragment.at())))
                        .count()));
    }

    /** How many sessions were asked for. */
    public List<Figure> sessionsAskedFor() {
        return List.of(Figure.of(WIRE, inits().size()));
    }

    /** Fragments whose number is not one more than that of the fragment before, over all sessions. */
    public List<Figure> numbersThatDoNotGoOn() {
        List<WireEvent> all = fragments();
        long wrong = 0;
        for (int i = 0; i < all.size(); i++) {
            wrong += all.get(i).body().optInt("sequence_number", -1) == i ? 0 : 1;
        }
        return List.of(all.isEmpty() ? Figure.none(WIRE, "no fragment was sent") : Figure.of(WIRE, wrong));
    }

    /** Connections that the worker closed before the session was complete. */
    public List<Figure> closedBeforeComplete() {
        return List.of(Figure.of(
                WIRE,
                broadcast().connections().stream()
                        .filter(connection -> connection.openedAt().isPresent())
                        .filter(connection -> connection
                                .end()
                                .filter(end -> completedAt(connection.number())
                                        .map(complete -> end.at().isBefore(complete))
                                        .orElse(true))
                                .isPresent())
                        .count()));
    }

    /** From {@code stream:end} to {@code stream:complete}, in seconds: the fault was active. */
    public List<Figure> completionTime() {
        Optional<Instant> ended = first(Direction.WORKER_TO_STS, "stream:end").map(WireEvent::at);
        Optional<Instant> complete =
                first(Direction.STS_TO_WORKER, "stream:complete").map(WireEvent::deliveredAt);
        return List.of(Figure.seconds(WIRE, between("stream:end", ended, "stream:complete", complete)));
    }

    /** Dubs whose base64 differs from that of their fragment. */
    public List<Figure> dubsThatWereChanged() {
        return publisher.broadcast().segments().stream()
                .map(segment -> Figure.of(segment.where(), isUntouched(segment) ? 0 : 1))
                .toList();
    }

    private static boolean isUntouched(Segment segment) {
        return segment.result()
                .map(result -> Objects.equals(
                        result.body().optQuery("/dubbed_audio/data_base64"),
                        segment.fragment().body().optQuery("/audio/data_base64")))
                .orElse(false);
    }

    /** What the counter of fallbacks after a disconnect shows in the first scrape a second after an incident. */
    public List<Figure> fallbacksAfter(String incident, Duration within) {
        return List.of(
                new Figure("first scrape after that", happened(incident).flatMap(at -> scrapeAfter(at.plus(within))
                        .map(scrape -> scrape.exposition()
                                .sum(
                                        PREFIX + "fallbacks_total",
                                        Map.of("stream_id", broadcast().streamId(), "reason", "sts_disconnected"))
                                .orElse(0)))));
    }

    /** Lines about the loss in the log of the media-service, from an incident on and within this time. */
    public List<Figure> lossesLogged(String incident, Duration within) {
        return List.of(new Figure(
                "log of the media-service", happened(incident).map(from -> (double) broadcast().logs().stream()
                        .filter(log -> log.name().equals("media-service"))
                        .flatMap(
                                log -> new LogFile(log.file()).about(broadcast().streamId()).stream())
                        .filter(line -> line.member("level").equals("WARN"))
                        .flatMap(line -> line.time().stream())
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(within)))
                        .count())));
    }

    /** From an incident to the first fragment of a new session, in seconds. */
    public List<Figure> newSessionAfter(String incident) {
        return List.of(Figure.seconds(
                "after \"" + incident + "\"",
                happened(incident)
                        .flatMap(at -> between(
                                incident,
                                Optional.of(at),
                                "fragment 0",
                                fragments().stream()
                                        .filter(fragment -> fragment.at().isAfter(at))
                                        .filter(fragment -> fragment.body().optInt("sequence_number", -1) == 0)
                                        .map(WireEvent::at)
                                        .findFirst()))));
    }

    /** A counter or gauge after the stream, all its labels added up. */
    public List<Figure> metric(String name, Map<String, String> labels) {
        Map<String, String> all = new java.util.HashMap<>(labels);
        all.put("stream_id", broadcast().streamId());
        return List.of(new Figure(name + labels, broadcast().finalMetrics().map(scrape -> scrape.exposition()
                .sum(PREFIX + name, all)
                .orElse(0))));
    }

    /** How many times the STS was tried after an incident. */
    public List<Figure> triesAfter(String incident) {
        return List.of(
                new Figure("after \"" + incident + "\"", happened(incident).map(at ->
                        (double) triesAfter(at).size())));
    }

    /** Each wait before a try after an incident, as a share of what it should be. */
    public List<Figure> waitsAfter(String incident, Duration first) {
        Reading<Instant> from = happened(incident);
        List<Figure> figures = new ArrayList<>();
        from.toOptional().ifPresent(at -> {
            Instant before = at;
            Duration due = first;
            for (Handshake attempt : triesAfter(at)) {
                figures.add(Figure.of(
                        "try %d".formatted(figures.size() + 1),
                        (double) Duration.between(before, attempt.at()).toNanos() / due.toNanos()));
                before = attempt.at();
                due = due.multipliedBy(2);
            }
        });
        return figures.isEmpty() ? List.of(new Figure(WIRE, from.map(at -> 0.0))) : List.copyOf(figures);
    }

    private List<Handshake> triesAfter(Instant at) {
        return broadcast().handshakes().stream()
                .filter(shake -> shake.at().isAfter(at))
                .toList();
    }

    /** When the last try was made. */
    public Reading<Instant> lastTry() {
        List<Handshake> all = broadcast().handshakes();
        return all.isEmpty()
                ? Reading.unmeasurable("the STS was never tried")
                : Reading.measured(all.get(all.size() - 1).at());
    }

    /** From the first {@code stream:init} to the end of its connection, in seconds. */
    public List<Figure> firstConnectionGivenUpAfter() {
        Optional<WireEvent> init = inits().stream().findFirst();
        Optional<Instant> ended = init.flatMap(event -> broadcast().connections().stream()
                .filter(connection -> connection.number() == event.connection())
                .findFirst()
                .flatMap(Connection::end)
                .map(Connection.End::at));
        return List.of(Figure.seconds(
                "first connection", between(INIT, init.map(WireEvent::at), "the end of its connection", ended)));
    }

    /** From the first {@code stream:ready} to the first result, less the processing of that fragment, in seconds. */
    public List<Figure> firstDubAfterReady() {
        Optional<Instant> open = ready().stream().map(WireEvent::deliveredAt).findFirst();
        Optional<Instant> sent = fragments().stream().map(WireEvent::at).findFirst();
        return List.of(Figure.seconds(WIRE, between(READY, open, "the first fragment", sent)));
    }

    /** From the first {@code error} to the next {@code stream:init} on the same connection, in seconds. */
    public List<Figure> secondSessionAfterRefusal() {
        Optional<WireEvent> refusal = first(Direction.STS_TO_WORKER, "error");
        Optional<Instant> init = refusal.flatMap(event -> inits().stream()
                .filter(one ->
                        one.connection() == event.connection() && one.at().isAfter(event.deliveredAt()))
                .map(WireEvent::at)
                .findFirst());
        return List.of(Figure.seconds(
                "same connection", between("the refusal", refusal.map(WireEvent::deliveredAt), "a new " + INIT, init)));
    }

    /** Number of the first fragment after the second {@code stream:ready}. */
    public List<Figure> firstNumberOfTheSecondSession() {
        List<WireEvent> sessions = ready();
        if (sessions.size() < 2) {
            return List.of(Figure.none(WIRE, "there was no second session"));
        }
        Instant open = sessions.get(1).deliveredAt();
        return List.of(fragments().stream()
                .filter(fragment -> fragment.at().isAfter(open))
                .findFirst()
                .map(fragment -> Figure.of(WIRE, fragment.body().optInt("sequence_number", -1)))
                .orElseGet(() -> Figure.none(WIRE, "nothing was sent in the second session")));
    }

    private Optional<Instant> completedAt(long connection) {
        return events(Direction.STS_TO_WORKER, "stream:complete").stream()
                .filter(event -> event.connection() == connection)
                .map(WireEvent::deliveredAt)
                .findFirst();
    }

    private Reading<TimedExposition> scrapeAfter(Instant at) {
        return broadcast().metrics().stream()
                .filter(scrape -> scrape.at().isAfter(at))
                .findFirst()
                .<Reading<TimedExposition>>map(Reading::measured)
                .orElseGet(() -> Reading.unmeasurable("nothing was scraped after that"));
    }

    private Reading<Instant> happened(String name) {
        return broadcast().happened().stream()
                .filter(one -> one.name().equals(name) && one.failure().isEmpty())
                .map(Incident.Happened::at)
                .findFirst()
                .<Reading<Instant>>map(Reading::measured)
                .orElseGet(() -> Reading.unmeasurable(
                        "\"" + name + "\" did not happen: " + broadcast().happened()));
    }

    private static Reading<Duration> between(String from, Optional<Instant> begin, String upTo, Optional<Instant> end) {
        if (begin.isEmpty() || end.isEmpty()) {
            return Reading.unmeasurable("there was no " + (begin.isEmpty() ? from : upTo));
        }
        return Reading.measured(Duration.between(begin.get(), end.get()));
    }

    private List<WireEvent> inits() {
        return events(Direction.WORKER_TO_STS, INIT);
    }

    private List<WireEvent> ready() {
        return events(Direction.STS_TO_WORKER, READY);
    }

    private List<WireEvent> fragments() {
        return events(Direction.WORKER_TO_STS, "fragment:data");
    }

    private Optional<WireEvent> first(Direction direction, String name) {
        return events(direction, name).stream().findFirst();
    }

    private List<WireEvent> events(Direction direction, String name) {
        return broadcast().wire().stream()
                .filter(event -> event.direction() == direction && event.name().equals(name))
                .toList();
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
