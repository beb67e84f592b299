package io.airproof.trust;

import static io.airproof.trust.Targets.COUNTING;

import io.airproof.driver.mediamtx.PathHistory;
import io.airproof.driver.metrics.Exposition;
import io.airproof.driver.metrics.TimedExposition;
import io.airproof.measure.Reading;
import io.airproof.run.Broadcast;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults in what the suite is told: metrics that lie, paths that come late. */
final class ToldCatalogue {

    private static final String PREFIX = "media_service_worker_";
    private static final Duration LATE = Duration.ofSeconds(12);

    private ToldCatalogue() {}

    static List<SeededFault> faults() {
        return List.of(
                metric(
                        "audio-counter-off",
                        "the counter of audio segments is one too high",
                        plus("segments_processed_total", "audio", 1),
                        "DUB-114"),
                metric(
                        "video-counter-off",
                        "the counter of video segments is one too low",
                        plus("segments_processed_total", "video", -1),
                        "DUB-063"),
                metric(
                        "series-missing",
                        "one promised series is missing",
                        without("av_sync_corrections_total"),
                        "DUB-113"),
                metric(
                        "histogram-missing",
                        "the latency histogram is missing",
                        without("sts_processing_latency_seconds"),
                        "DUB-113"),
                metric(
                        "sync-gauge-high",
                        "the sync gauge is 100 ms too high",
                        plus("av_sync_delta_ms", "", 100),
                        "DUB-115"),
                metric("sync-gauge-frozen", "the sync gauge shows 500 ms", set("av_sync_delta_ms", 500), "DUB-115"),
                metric(
                        "fallback-counted",
                        "a fallback is counted that never was",
                        addSeries("fallbacks_total", 1),
                        "DUB-012"),
                metric("error-counted", "an error is counted that never was", addSeries("errors_total", 1), "DUB-012"),
                seeded(
                        "metrics-gone",
                        "the metrics cannot be read",
                        broadcast -> broadcast.withMetrics(List.of(), Reading.unmeasurable("connection refused")),
                        "DUB-113",
                        "DUB-114"),
                seeded(
                        "output-late",
                        "the output path is ready 12 s later",
                        broadcast -> broadcast.withPaths(broadcast.input(), later(broadcast.output())),
                        "DUB-005"),
                seeded(
                        "output-never",
                        "the output path is never ready",
                        broadcast -> broadcast.withPaths(broadcast.input(), nothing(broadcast.output())),
                        "DUB-005"),
                seeded(
                        "input-late",
                        "the input path is ready 12 s later",
                        broadcast -> broadcast.withPaths(later(broadcast.input()), broadcast.output()),
                        "DUB-003"),
                seeded(
                        "nobody-reads",
                        "nobody reads the input path",
                        broadcast -> broadcast.withPaths(nothing(broadcast.input()), broadcast.output()),
                        "DUB-109"));
    }

    private static SeededFault seeded(String id, String what, UnaryOperator<Broadcast> change, String... expected) {
        return new SeededFault(id, what, COUNTING, Set.of(expected), new Damage.Told(change));
    }

    private static SeededFault metric(String id, String what, UnaryOperator<Exposition> change, String... expected) {
        return seeded(
                id,
                what,
                broadcast -> broadcast.withMetrics(
                        broadcast.metrics().stream()
                                .map(scrape -> new TimedExposition(scrape.at(), change.apply(scrape.exposition())))
                                .toList(),
                        broadcast
                                .finalMetrics()
                                .map(scrape -> new TimedExposition(scrape.at(), change.apply(scrape.exposition())))),
                expected);
    }

    private static UnaryOperator<Exposition> plus(String name, String type, double more) {
        return change(
                sample -> sample.name().equals(PREFIX + name)
                        && (type.isEmpty() || type.equals(sample.labels().get("type"))),
                value -> value + more);
    }

    private static UnaryOperator<Exposition> set(String name, double value) {
        return change(sample -> sample.name().equals(PREFIX + name), old -> value);
    }

    private static UnaryOperator<Exposition> change(
            Predicate<Exposition.Sample> which, java.util.function.DoubleUnaryOperator value) {
        return exposition -> new Exposition(
                exposition.families(),
                exposition.samples().stream()
                        .map(sample -> which.test(sample)
                                ? new Exposition.Sample(
                                        sample.name(),
                                        sample.labels(),
                                        value.applyAsDouble(sample.value()),
                                        sample.timestampMs())
                                : sample)
                        .toList());
    }

    private static UnaryOperator<Exposition> without(String name) {
        return exposition -> new Exposition(
                exposition.families().stream()
                        .filter(family -> !family.name().equals(PREFIX + name))
                        .toList(),
                exposition.samples().stream()
                        .filter(sample -> !sample.name().startsWith(PREFIX + name))
                        .toList());
    }

    /** One more series of a counter, with the labels of the stream's gauge of its sync. */
    private static UnaryOperator<Exposition> addSeries(String name, double value) {
        return exposition -> {
            Optional<Exposition.Sample> model = exposition.samples().stream()
                    .filter(sample -> sample.name().equals(PREFIX + "av_sync_delta_ms"))
                    .filter(sample ->
                            sample.labels().getOrDefault("stream_id", "").startsWith("counting-30-dubbing"))
                    .findFirst();
            return new Exposition(
                    exposition.families(),
                    java.util.stream.Stream.concat(
                                    exposition.samples().stream(),
                                    model.stream()
                                            .map(sample -> new Exposition.Sample(
                                                    PREFIX + name, sample.labels(), value, sample.timestampMs())))
                            .toList());
        };
    }

    private static PathHistory later(PathHistory history) {
        return new PathHistory(
                history.path(),
                history.observations().stream()
                        .map(seen -> new PathHistory.Observation(seen.at().plus(LATE), seen.state()))
                        .toList(),
                history.failedPolls(),
                history.lastFailure());
    }

    private static PathHistory nothing(PathHistory history) {
        return new PathHistory(
                history.path(),
                history.observations().stream()
                        .map(seen -> new PathHistory.Observation(seen.at(), Optional.empty()))
                        .toList(),
                history.failedPolls(),
                history.lastFailure());
    }
}
