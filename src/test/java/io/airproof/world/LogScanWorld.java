package io.airproof.world;

import io.airproof.driver.metrics.TimedExposition;
import io.airproof.run.Broadcast;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What the services wrote about the streams of a scenario, and nobody expected. */
public final class LogScanWorld {

    private final PublisherWorld publisher;
    private final OwnStage stage;

    public LogScanWorld(PublisherWorld publisher, OwnStage stage) {
        this.publisher = publisher;
        this.stage = stage;
    }

    /** Lines at WARN or above that nothing explains, each once, with the service that wrote it. */
    public List<String> unexpectedLines() {
        return Stream.concat(
                        publisher.ended().stream().flatMap(broadcast -> ofProgramme(broadcast.broadcast()).stream()),
                        stage.streams().stream().flatMap(stream -> ofStream(stream).stream()))
                .distinct()
                .toList();
    }

    private static List<String> ofProgramme(Broadcast broadcast) {
        Instant over =
                broadcast.finalMetrics().toOptional().map(TimedExposition::at).orElseGet(Instant::now);
        return new LogScan(broadcast.streamId(), broadcast.programme().conditions(), broadcast.requestedAt(), over)
                .unexpected(broadcast.logs());
    }

    private static List<String> ofStream(OwnStage.OnAir stream) {
        return new LogScan(stream.streamId(), stream.conditions(), stream.since(), Instant.now())
                .unexpected(stream.logs());
    }
}
