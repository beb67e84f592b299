package io.airproof.run;

import io.airproof.driver.ffmpeg.Decoders;
import io.airproof.driver.metrics.TimedExposition;
import io.airproof.driver.tap.WireEvent;
import io.airproof.fixture.FixtureStore;
import io.airproof.measure.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The same programme on two deployments at the same time, with nothing else on air.
 *
 * @param first what was recorded of the first
 * @param second what was recorded of the second
 */
public record SideBySide(AnalysedBroadcast first, AnalysedBroadcast second) {

    private static final String PREFIX = "media_service_worker_";

    /** Plays it on both and returns when both have ended. */
    static SideBySide play(
            Programme programme,
            LiveProgramme first,
            LiveProgramme second,
            FixtureStore fixtures,
            Decoders decoders,
            String runId) {
        CompletableFuture<AnalysedBroadcast> one = start(programme, first, fixtures, decoders, "first-" + runId);
        CompletableFuture<AnalysedBroadcast> other = start(programme, second, fixtures, decoders, "second-" + runId);
        return new SideBySide(one.join(), other.join());
    }

    private static CompletableFuture<AnalysedBroadcast> start(
            Programme programme, LiveProgramme live, FixtureStore fixtures, Decoders decoders, String streamId) {
        WireSounds wire = new WireSounds(decoders.sound());
        return CompletableFuture.supplyAsync(
                () -> new AnalysedBroadcast(
                        live.play(programme, fixtures.get(programme.clip()), streamId, wire), decoders, wire),
                task -> {
                    Thread thread = new Thread(task, "programme-" + streamId);
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    /** Both, in order. */
    public List<AnalysedBroadcast> both() {
        return List.of(first, second);
    }

    /** How long both were on the wire at the same time; zero if one ended before the other began. */
    public Duration together() {
        Instant from = Stream.of(first, second)
                .flatMap(one -> one.broadcast().wire().stream().limit(1))
                .map(WireEvent::at)
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
        Instant until = Stream.of(first, second)
                .flatMap(one -> one.broadcast().wire().stream().reduce((a, b) -> b).stream())
                .map(WireEvent::at)
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
        return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
    }

    /** Everything on the wire and in the metrics of one deployment that names the stream of the other. */
    public List<String> foreign() {
        return Stream.concat(foreign("first", first, second), foreign("second", second, first))
                .toList();
    }

    private static Stream<String> foreign(String name, AnalysedBroadcast own, AnalysedBroadcast other) {
        String stranger = other.broadcast().streamId();
        Stream<String> wire = own.broadcast().wire().stream()
                .filter(event -> event.text("stream_id").equals(stranger))
                .map(event -> name + ", wire: " + event.name());
        Stream<String> metrics = own.broadcast().finalMetrics() instanceof Measured<TimedExposition> last
                ? last.value().exposition().samples().stream()
                        .filter(sample -> sample.name().startsWith(PREFIX)
                                && stranger.equals(sample.labels().get("stream_id")))
                        .map(sample -> name + ", metrics: " + sample.name())
                : Stream.of(name + ": the metrics could not be read");
        return Stream.concat(wire, metrics);
    }
}
