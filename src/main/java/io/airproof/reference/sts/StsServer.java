package io.airproof.reference.sts;

import io.airproof.reference.sts.engine.Engine;
import io.airproof.reference.sts.message.Json;
import io.airproof.reference.sts.settings.StsSettings;
import io.airproof.reference.sts.wire.HttpReply;
import io.airproof.reference.sts.wire.WireServer;
import io.airproof.reference.sts.wire.WireSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The running service: one port, one engine. */
public final class StsServer implements AutoCloseable {

    private final WireServer wire;
    private final Engine engine;

    private StsServer(WireServer wire, Engine engine) {
        this.wire = wire;
        this.engine = engine;
    }

    /**
     * Serves at once; {@code /health} says {@code starting} until the engine is ready.
     *
     * @throws IOException if the address cannot be bound
     */
    public static StsServer start(StsSettings settings, Engine engine) throws IOException {
        StsMetrics metrics = new StsMetrics();
        Service service = new Service(settings, engine, metrics);
        Instant startedAt = MonotonicClock.now();
        WireServer wire = WireServer.start(
                new InetSocketAddress(settings.host(), settings.port()),
                new WireSettings(
                        settings.maxConnections(),
                        settings.maxMessageBytes(),
                        settings.pingInterval(),
                        settings.pingTimeout(),
                        settings.requestPatience()),
                Map.of("/health", () -> health(service, startedAt), "/metrics", metrics::page),
                peer -> new Connection(peer, service));
        return new StsServer(wire, engine);
    }

    private static HttpReply health(Service service, Instant startedAt) {
        CompletableFuture<Void> ready = service.engine().whenReady();
        boolean healthy = ready.isDone() && !ready.isCompletedExceptionally();
        return HttpReply.json(
                healthy ? 200 : 503,
                Json.text(Json.object()
                        .put("status", healthy ? "healthy" : "starting")
                        .put("service", service.settings().profile().serviceName())
                        .put("active_sessions", service.metrics().activeSessions())
                        .put(
                                "uptime_seconds",
                                Duration.between(startedAt, MonotonicClock.now())
                                        .toSeconds())));
    }

    /** The port that is served. */
    public int port() {
        return wire.port();
    }

    /** Completes when a fragment can be dubbed. */
    public CompletableFuture<Void> whenReady() {
        return engine.whenReady();
    }

    /** Closes every connection and ends the engine. */
    @Override
    public void close() {
        wire.close();
        engine.close();
    }
}
