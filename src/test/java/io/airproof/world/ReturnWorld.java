package io.airproof.world;

import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.measure.Measured;
import io.airproof.measure.Reading;
import io.airproof.measure.Resampler;
import io.airproof.measure.SoundFinder;
import io.airproof.measure.SoundMatch;
import io.airproof.media.Sound;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What viewers get when the output changes or goes away on the way: he who was there from the beginning, and he who tunes
 * in again as soon as it is back. What the latter gets is not on the time of the clip any more: dubs are looked for all
 * over it.
 */
public final class ReturnWorld {

    private static final String VIEWER = "the viewer who came back";

    /** A dub is heard where the output resembles it at least so much; an unrelated tune stays below 0.1. */
    private static final double HEARD = 0.90;

    private final PublisherWorld publisher;
    private final Decoding decoding;

    public ReturnWorld(PublisherWorld publisher, Decoding decoding) {
        this.publisher = publisher;
        this.decoding = decoding;
    }

    /** From the broadcaster's return to the first dub of what he sent then reaching the viewer, in seconds. */
    public List<Figure> firstDubAfterTheBroadcaster() {
        return List.of(Figure.seconds(VIEWER, returnOfTheBroadcaster().flatMap(this::firstDubAfter)));
    }

    /** From an incident to the first picture of this width reaching a viewer, in seconds. */
    public List<Figure> firstPictureAfter(String incident, int width) {
        Reading<Instant> happened = WireView.of(publisher).happened(incident);
        List<Reading<Instant>> shown = recordings().stream()
                .map(one -> one.flatMap(recording -> decoding.firstPicture(recording, width)))
                .toList();
        Reading<Instant> first = shown.stream()
                .filter(one -> one.toOptional().isPresent())
                .findFirst()
                .orElse(shown.get(0));
        return List.of(
                Figure.seconds("output", happened.flatMap(at -> first.map(picture -> Duration.between(at, picture)))));
    }

    /** How many dubs of fragments that were sent after an incident are heard in the output. */
    public List<Figure> dubsHeardAfter(String incident) {
        Reading<Instant> happened = WireView.of(publisher).happened(incident);
        return List.of(new Figure("output", happened.map(at -> (double) sentAfter(at).stream()
                .filter(segment -> recordings().stream()
                        .flatMap(one -> one.flatMap(decoding::sound).toOptional().stream())
                        .anyMatch(heard -> place(segment, heard).isPresent()))
                .count())));
    }

    private Reading<Instant> returnOfTheBroadcaster() {
        Duration away = broadcast()
                .broadcast()
                .programme()
                .intermission()
                .map(one -> one.at())
                .orElse(Duration.ZERO);
        return broadcast().broadcast().publication().flatMap(record -> record.sent().stream()
                .filter(packet -> packet.contentTime().compareTo(away) >= 0)
                .findFirst()
                .<Reading<Instant>>map(packet -> Reading.measured(packet.at()))
                .orElseGet(() -> Reading.unmeasurable("the broadcaster did not come back")));
    }

    private Reading<Duration> firstDubAfter(Instant from) {
        return recording().flatMap(recording -> sound().flatMap(heard -> sentAfter(from).stream()
                .flatMap(segment -> place(segment, heard).stream())
                .min(Duration::compareTo)
                .flatMap(place -> arrival(recording, place))
                .<Reading<Duration>>map(at -> Reading.measured(Duration.between(from, at)))
                .orElseGet(() -> Reading.unmeasurable("no dub of what was sent then is heard"))));
    }

    private List<Segment> sentAfter(Instant from) {
        return broadcast().segments().stream()
                .filter(segment -> segment.fragment().at().isAfter(from))
                .toList();
    }

    private static Optional<Duration> place(Segment segment, Sound heard) {
        Reading<SoundMatch> found = segment.dub()
                .flatMap(dub -> SoundFinder.find(
                        Resampler.resample(dub, heard.sampleRate()), heard, heard.start(), heard.end()));
        return found instanceof Measured<SoundMatch> match && match.value().correlation() >= HEARD
                ? Optional.of(match.value().at())
                : Optional.empty();
    }

    private static Optional<Instant> arrival(Recording recording, Duration place) {
        return recording.tags().stream()
                .filter(arrived -> arrived.tag().isAac() && arrived.tag().isMedia())
                .filter(arrived -> arrived.tag().timestampMs() >= place.toMillis())
                .map(ArrivedTag::arrivedAt)
                .findFirst();
    }

    private Reading<Sound> sound() {
        return recording().flatMap(decoding::sound);
    }

    private Reading<Recording> recording() {
        List<Reading<Recording>> viewers = broadcast().broadcast().viewers();
        return viewers.isEmpty()
                ? Reading.unmeasurable("the output did not come back, or had never gone")
                : viewers.get(viewers.size() - 1);
    }

    /** The viewer's recording, and those of all who tuned in later. */
    private List<Reading<Recording>> recordings() {
        return Stream.concat(Stream.of(broadcast().broadcast().recording()), broadcast().broadcast().viewers().stream())
                .toList();
    }

    private AnalysedBroadcast broadcast() {
        return publisher.broadcast();
    }
}
