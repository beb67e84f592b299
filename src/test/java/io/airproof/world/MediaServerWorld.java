package io.airproof.world;

import io.airproof.driver.rtmp.RtmpEvent;
import io.airproof.driver.tap.Direction;
import io.airproof.measure.Reading;
import io.airproof.run.Broadcast;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the media-service asks of the media server, and tells it, as the relay between them has heard it. */
public final class MediaServerWorld {

    private static final String RELAY = "RTMP between media-service and media server";
    private static final String LANGUAGE = "language";

    private final PublisherWorld publisher;

    public MediaServerWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** How often the output was described (onMetaData). */
    public List<Figure> descriptions() {
        return counted(events -> descriptions(events).size());
    }

    /** Descriptions of the output that name another language than this, or none. */
    public List<Figure> descriptionsInOtherWords(String language) {
        return counted(events -> descriptions(events).stream()
                .filter(one -> !language.equals(one.values().get(LANGUAGE)))
                .count());
    }

    private List<RtmpEvent.Metadata> descriptions(List<RtmpEvent> events) {
        return events.stream()
                .filter(event -> event.path().equals(broadcast().output().path()))
                .filter(RtmpEvent.Metadata.class::isInstance)
                .map(RtmpEvent.Metadata.class::cast)
                .toList();
    }

    private List<Figure> counted(Function<List<RtmpEvent>, Number> what) {
        return List.of(new Figure(RELAY, events().map(all -> what.apply(all).doubleValue())));
    }

    /** Answers of health that tell another target language for the stream, or none. */
    public List<Figure> healthInOtherWords(String language) {
        return List.of(Figure.of(
                "/health",
                broadcast().health().stream()
                        .filter(one -> one.entry().isPresent())
                        .filter(one -> !one.text("target_language").equals(language))
                        .count()));
    }

    /** How often the source was asked for after an incident. */
    public List<Figure> pullsAfter(String incident) {
        return pulls(incident).count();
    }

    /** Each wait before the source was asked for after an incident, as a share of what it should be. */
    public List<Figure> pullWaitsAfter(String incident, Duration first) {
        return pulls(incident).waits(first);
    }

    private Tries pulls(String incident) {
        Reading<List<RtmpEvent>> heard = events();
        return new Tries(
                incident,
                heard.flatMap(all -> WireView.of(publisher).happened(incident)),
                heard.toOptional().orElse(List.of()).stream()
                        .filter(RtmpEvent.Play.class::isInstance)
                        .map(RtmpEvent::at)
                        .toList());
    }

    /** Sessions that the worker ended in order: {@code stream:end}, and then {@code stream:complete}. */
    public List<Figure> sessionsEnded() {
        WireView wire = WireView.of(publisher);
        long asked = wire.events(Direction.WORKER_TO_STS, "stream:end").size();
        long completed = wire.events(Direction.STS_TO_WORKER, "stream:complete").size();
        return List.of(Figure.of("wire between worker and STS", Math.min(asked, completed)));
    }

    private Reading<List<RtmpEvent>> events() {
        return Optional.of(broadcast().surroundings())
                .flatMap(all -> all.mediaServer())
                .<Reading<List<RtmpEvent>>>map(Reading::measured)
                .orElseGet(
                        () -> Reading.unmeasurable("nobody listened between the media-service and the media server"));
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
