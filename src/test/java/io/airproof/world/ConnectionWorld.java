package io.airproof.world;

import io.airproof.driver.log.LogFile;
import io.airproof.driver.metrics.TimedExposition;
import io.airproof.driver.tap.Connection;
import io.airproof.driver.tap.Handshake;
import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.run.Broadcast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The worker's connections to the STS: when they were tried, lost and made again. */
public final class ConnectionWorld {

    private static final String PREFIX = "media_service_worker_";
    private static final String INIT = "stream:init";
    private static final String WIRE = "wire between worker and STS";

    private final PublisherWorld publisher;

    public ConnectionWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** How many handshakes there were. */
    public List<Figure> handshakes() {
        return List.of(Figure.of(WIRE, broadcast().handshakes().size()));
    }

    /** What the counter of fallbacks after a disconnect shows in the first scrape a second after an incident. */
    public List<Figure> fallbacksAfter(String incident, Duration within) {
        return List.of(new Figure(
                "first scrape after that", wire().happened(incident).flatMap(at -> scrapeAfter(at.plus(within))
                        .map(scrape -> scrape.exposition()
                                .sum(
                                        PREFIX + "fallbacks_total",
                                        Map.of("stream_id", broadcast().streamId(), "reason", "sts_disconnected"))
                                .orElse(0)))));
    }

    /** Lines about the loss in the log of the media-service, from an incident on and within this time. */
    public List<Figure> lossesLogged(String incident, Duration within) {
        return List.of(new Figure(
                "log of the media-service", wire().happened(incident).map(from -> (double) publisher.logs().stream()
                        .filter(log -> log.name().equals("media-service"))
                        .flatMap(
                                log -> new LogFile(log.file()).about(broadcast().streamId()).stream())
                        .filter(line -> line.member("level").equals("WARN"))
                        .flatMap(line -> line.time().stream())
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(within)))
                        .count())));
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
        return tries(incident).count();
    }

    /** Each wait before a try after an incident, as a share of what it should be. */
    public List<Figure> waitsAfter(String incident, Duration first) {
        return tries(incident).waits(first);
    }

    private Tries tries(String incident) {
        return new Tries(
                incident,
                wire().happened(incident),
                broadcast().handshakes().stream().map(Handshake::at).toList());
    }

    /** Connections by TLS that the media-service has made to the STS. */
    public List<Figure> enteredByTls() {
        return List.of(Figure.of("door of the STS", broadcast().surroundings().enteredByTls()));
    }

    /** Connections that it gave up at the certificate. */
    public List<Figure> turnedBackAtTheCertificate() {
        return List.of(Figure.of("door of the STS", broadcast().surroundings().turnedBack()));
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
        Optional<WireEvent> init = wire().inits().stream().findFirst();
        Optional<Instant> ended = init.flatMap(event -> broadcast().connections().stream()
                .filter(connection -> connection.number() == event.connection())
                .findFirst()
                .flatMap(Connection::end)
                .map(Connection.End::at));
        return List.of(Figure.seconds(
                "first connection",
                WireView.between(INIT, init.map(WireEvent::at), "the end of its connection", ended)));
    }

    private Reading<TimedExposition> scrapeAfter(Instant at) {
        return broadcast().metrics().stream()
                .filter(scrape -> scrape.at().isAfter(at))
                .findFirst()
                .<Reading<TimedExposition>>map(Reading::measured)
                .orElseGet(() -> Reading.unmeasurable("nothing was scraped after that"));
    }

    private WireView wire() {
        return WireView.of(publisher);
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
