package io.airproof.world;

import io.airproof.driver.metrics.Exposition;
import io.airproof.driver.metrics.MetricsClient;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.AwaitException;
import io.airproof.driver.wait.Look;
import io.airproof.fixture.Clip;
import io.airproof.stack.ServiceProcess;
import io.airproof.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/** What a stream makes a media-service hold, and what of it is left when the stream has ended. */
public final class LeftoverWorld {

    private static final String PREFIX = "media_service_worker_";

    /** The gauges of a stream (contract dubbing §7). */
    private static final List<String> GAUGES = List.of(
            "sts_inflight_fragments",
            "sts_connected",
            "circuit_breaker_state",
            "av_sync_delta_ms",
            "av_buffer_video_size",
            "av_buffer_audio_size",
            "pipeline_state");

    private static final Duration LOOK = Duration.ofMillis(100);

    /** Enough for the media-service to have a session and the first segment file. */
    private static final Duration INTO_THE_SECOND_SEGMENT = Duration.ofSeconds(7);

    private final OwnStage stage;
    private Optional<Held> before = Optional.empty();
    private Optional<Held> during = Optional.empty();
    private Optional<Held> after = Optional.empty();

    /** What is held: processes, sockets, files, and the sum of all gauges. */
    private record Held(double children, double sockets, double files, double gauges) {
        /** The watcher that ties a service to the suite is a child of the service, and there from the start. */
        Held withoutChildrenOf(Held idle) {
            return new Held(children - idle.children, sockets, files, gauges);
        }

        boolean isNothing() {
            return children + sockets + files + gauges == 0;
        }
    }

    public LeftoverWorld(OwnStage stage) {
        this.stage = stage;
    }

    /** Looks before, during and after a stream of its own, with no other around; after it for so long at most. */
    public void publish(Clip clip, Duration patience) {
        stage.enter(2);
        Stack stack = stage.further(Map.of());
        String id = stage.newStreamId("leftovers");
        Held idle = look(stack, id);
        before = Optional.of(idle.withoutChildrenOf(idle));
        OwnStream stream = stage.publish(stack, id, clip, "", OwnStream.Begin.WITH_THE_WORKER);
        stream.sent(INTO_THE_SECOND_SEGMENT);
        during = Optional.of(look(stack, id).withoutChildrenOf(idle));
        stream.finished();
        stream.outputGone();
        AtomicReference<Held> last = new AtomicReference<>(look(stack, id).withoutChildrenOf(idle));
        try {
            Await.until("nothing of " + id + " to be left", patience, LOOK, () -> {
                Held now = look(stack, id).withoutChildrenOf(idle);
                last.set(now);
                return new Look(now.isNothing(), now.toString());
            });
        } catch (AwaitException e) {
            // What is left is measured below.
        }
        after = Optional.ofNullable(last.get());
    }

    private static Held look(Stack stack, String id) {
        ServiceProcess process = stack.mediaServiceProcess();
        Exposition metrics = new MetricsClient(stack.mediaService()).scrape().exposition();
        try {
            return new Held(
                    process.children(),
                    process.sockets(),
                    stack.segmentFiles().size(),
                    GAUGES.stream()
                            .mapToDouble(gauge -> metrics.sum(PREFIX + gauge, Map.of("stream_id", id))
                                    .orElse(0))
                            .sum());
        } catch (IOException e) {
            throw new UncheckedIOException("the media-service cannot be looked at: " + e.getMessage(), e);
        }
    }

    /** Sockets, files and gauges before the stream. */
    public List<Figure> before() {
        return figures(before);
    }

    /** Sockets, files and gauges during the stream: what there is to be left. */
    public List<Figure> during() {
        return figures(during);
    }

    /** Sockets, files and gauges after the stream, and child processes that were not there before. */
    public List<Figure> after() {
        List<Figure> all = new ArrayList<>(figures(after));
        all.add(figure("further child processes", after, Held::children));
        return List.copyOf(all);
    }

    private static List<Figure> figures(Optional<Held> held) {
        return List.of(
                figure("sockets", held, Held::sockets),
                figure("files", held, Held::files),
                figure("gauges", held, Held::gauges));
    }

    private static Figure figure(String what, Optional<Held> held, ToDoubleFunction<Held> count) {
        return held.map(found -> Figure.of(what, count.applyAsDouble(found)))
                .orElseGet(() -> Figure.none(what, "it was not looked"));
    }
}
