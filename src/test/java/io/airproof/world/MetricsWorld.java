package io.airproof.world;

import io.airproof.driver.metrics.Exposition;
import io.airproof.driver.metrics.TimedExposition;
import io.airproof.measure.Measured;
import io.airproof.measure.Reading;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Broadcast;
import io.airproof.run.PromisedSeries;
import io.airproof.run.PublishedSegments;
import io.airproof.run.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the media-service says about itself in its metrics. */
public final class MetricsWorld {

    private static final String PREFIX = "media_service_worker_";
    private static final List<String> WRONGS = List.of(
            "fallbacks_total",
            "segments_dropped_total",
            "sts_fragment_timeouts_total",
            "sts_fragments_lost_total",
            "sts_late_results_total",
            "sts_reconnects_total",
            "circuit_breaker_failures_total",
            "errors_total");
    private static final String SCRAPE = "/metrics after the stream";

    private final PublisherWorld publisher;

    public MetricsWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** How many promised series are missing, or are there with another type; the place names them. */
    public List<Figure> missingSeries() {
        if (last() instanceof Measured<Exposition> scraped) {
            List<String> missing = missing(scraped.value());
            return List.of(
                    Figure.of(missing.isEmpty() ? SCRAPE : "missing: " + String.join(", ", missing), missing.size()));
        }
        return List.of(new Figure(SCRAPE, last().map(exposition -> 0.0)));
    }

    /** What the counter of audio segments shows after the stream. */
    public List<Figure> audioSegments() {
        return List.of(new Figure(
                SCRAPE,
                last().flatMap(exposition -> reading(
                        value(exposition, "segments_processed_total", Map.of("type", "audio")),
                        "segments_processed_total{type=\"audio\"} is missing"))));
    }

    /** What the counter of video segments shows after the stream. */
    public List<Figure> videoSegments() {
        return List.of(new Figure(
                SCRAPE,
                last().flatMap(exposition -> reading(
                        value(exposition, "segments_processed_total", Map.of("type", "video")),
                        "segments_processed_total{type=\"video\"} is missing"))));
    }

    /** What each counter of things gone wrong shows for the stream, all its labels added up. */
    public List<Figure> wrongs() {
        return WRONGS.stream()
                .map(name -> new Figure(PREFIX + name, last().map(exposition -> exposition
                        .sum(PREFIX + name, Map.of("stream_id", broadcast().streamId()))
                        .orElse(0))))
                .toList();
    }

    /** The sync metric at each scrape while the stream was running, in ms. */
    public List<Figure> syncDeltas() {
        return broadcast().metrics().stream()
                .flatMap(scrape -> value(scrape.exposition(), "av_sync_delta_ms", Map.of()).stream()
                        .mapToObj(value -> Figure.of("scrape at %.0f s".formatted(sinceStart(scrape)), value)))
                .toList();
    }

    /**
     * How far the sync metric is from the offset that was measured in the segment which had been published last when
     * the metric was read, in ms. Scrapes at a change of segment are left out, since which one they mean cannot be known,
     * and those of a segment without a dub, whose offset is measured by other rows.
     */
    public List<Figure> syncDeltaErrors() {
        AnalysedBroadcast analysed = publisher.broadcast();
        PublishedSegments published = PublishedSegments.of(analysed);
        List<Figure> errors = new ArrayList<>();
        for (TimedExposition scrape : broadcast().metrics()) {
            OptionalDouble claimed = value(scrape.exposition(), "av_sync_delta_ms", Map.of());
            Optional<Segment> segment = published.lastAt(scrape.at()).filter(Segment::dubbed);
            if (claimed.isPresent() && segment.isPresent()) {
                String where = "scrape at %.0f s, %s"
                        .formatted(sinceStart(scrape), segment.get().where());
                Reading<Double> error = analysed.largestOffset(segment.get())
                        .map(measured -> Math.abs(claimed.getAsDouble() - measured));
                errors.add(new Figure(where, error));
            }
        }
        return List.copyOf(errors);
    }

    private List<String> missing(Exposition exposition) {
        return PromisedSeries.all().stream()
                .filter(promised -> !promised.isIn(exposition, broadcast().streamId()))
                .map(PromisedSeries::name)
                .toList();
    }

    private Reading<Exposition> last() {
        return broadcast().finalMetrics().map(TimedExposition::exposition);
    }

    private OptionalDouble value(Exposition exposition, String name, Map<String, String> labels) {
        var all = new java.util.HashMap<>(labels);
        all.put("stream_id", broadcast().streamId());
        return exposition.value(PREFIX + name, all);
    }

    private static Reading<Double> reading(OptionalDouble value, String otherwise) {
        return value.isPresent() ? Reading.measured(value.getAsDouble()) : Reading.unmeasurable(otherwise);
    }

    private double sinceStart(TimedExposition scrape) {
        return java.time.Duration.between(broadcast().requestedAt(), scrape.at())
                        .toMillis()
                / 1e3;
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
