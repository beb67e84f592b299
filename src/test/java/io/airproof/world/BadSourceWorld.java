package io.airproof.world;

import io.airproof.driver.log.LogFile;
import io.airproof.driver.tap.Connection;
import io.airproof.measure.Level;
import io.airproof.measure.Reading;
import io.airproof.measure.SegmentOffsets;
import io.airproof.measure.SoundPart;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Broadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** What becomes of a source that is not as it should be. */
public final class BadSourceWorld {

    private static final String ERRORS = "media_service_worker_errors_total";

    private final PublisherWorld publisher;

    public BadSourceWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** When the input path was ready. */
    public Reading<Instant> inputReady() {
        return broadcast()
                .input()
                .firstReadyAt()
                .<Reading<Instant>>map(Reading::measured)
                .orElseGet(() -> Reading.unmeasurable("the input path was never ready"));
    }

    /** Errors of a kind that the media-service counts for the stream. */
    public List<Figure> errors(String kind) {
        return counted(Map.of("error_type", kind));
    }

    /** Errors of all kinds. */
    public List<Figure> errors() {
        return counted(Map.of());
    }

    private List<Figure> counted(Map<String, String> labels) {
        Map<String, String> all = new java.util.HashMap<>(labels);
        all.put("stream_id", broadcast().streamId());
        return List.of(new Figure(ERRORS + labels, broadcast().finalMetrics().map(scrape -> scrape.exposition()
                .sum(ERRORS, all)
                .orElse(0))));
    }

    /** Lines about the stream in the logs that name all of these, whatever their case. */
    public List<Figure> linesNaming(List<String> words) {
        String stream = broadcast().streamId();
        long lines = publisher.logs().stream()
                .flatMap(log -> new LogFile(log.file()).about(stream).stream())
                .map(line -> line.member("message").toLowerCase(Locale.ROOT))
                .filter(message -> words.stream().allMatch(word -> message.contains(word.toLowerCase(Locale.ROOT))))
                .count();
        return List.of(Figure.of("logs of the services", lines));
    }

    /** How often the output path was seen ready. */
    public List<Figure> outputs() {
        return List.of(Figure.of(
                broadcast().output().path(), broadcast().output().firstReadyAt().isPresent() ? 1 : 0));
    }

    /** Connections to the STS that are still open after the stream. */
    public List<Figure> connectionsLeft() {
        return List.of(Figure.of(
                "wire between worker and STS",
                broadcast().connections().stream()
                        .map(Connection::end)
                        .filter(end -> end.isEmpty())
                        .count()));
    }

    /** Packets of the clip that were published with other bytes: the fault was active. */
    public List<Figure> packetsChanged() {
        var original = broadcast().fixture().flvClip();
        var published = broadcast()
                .programme()
                .alteration()
                .map(wrong -> wrong.change().apply(original))
                .orElse(original);
        long changed = IntStream.range(
                        0, Math.min(original.tags().size(), published.tags().size()))
                .filter(place -> !Objects.equals(
                        original.tags().get(place), published.tags().get(place)))
                .count();
        return List.of(Figure.of("source", changed));
    }

    /** Level of the output in a part of the programme, dBFS RMS. */
    public List<Figure> level(Duration from, Duration upTo) {
        AnalysedBroadcast analysed = publisher.broadcast();
        return List.of(new Figure(
                "%.1f to %.1f s".formatted(from.toMillis() / 1e3, upTo.toMillis() / 1e3),
                analysed.outputSound().flatMap(sound -> analysed.outputZero()
                        .flatMap(zero -> SoundPart.of(sound, zero.plus(from), upTo.minus(from)))
                        .map(part -> Math.max(Level.rmsDbfs(part), Double.MIN_EXPONENT)))));
    }

    /** The larger offset of sound and picture in each of these segments, in ms. */
    public List<Figure> offsets(Set<Integer> segments) {
        AnalysedBroadcast analysed = publisher.broadcast();
        return analysed.segments().stream()
                .filter(segment -> segments.contains(segment.number()))
                .map((Segment segment) ->
                        new Figure(segment.where(), analysed.offsets(segment).map(SegmentOffsets::worstMs)))
                .toList();
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
