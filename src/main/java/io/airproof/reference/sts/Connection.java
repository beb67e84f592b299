package io.airproof.reference.sts;

import com.fasterxml.jackson.databind.JsonNode;
import io.airproof.reference.sts.message.ErrorCode;
import io.airproof.reference.sts.message.Messages;
import io.airproof.reference.sts.message.Refusal;
import io.airproof.reference.sts.message.Simulation;
import io.airproof.reference.sts.message.StreamInit;
import io.airproof.reference.sts.session.Session;
import io.airproof.reference.sts.settings.Profile;
import io.airproof.reference.sts.wire.Peer;
import io.airproof.reference.sts.wire.PeerListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker's connection: hands its events to its session. Everything runs on the thread of the peer. */
final class Connection implements PeerListener {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int MAX_NAME = 64;
    private static final int MAX_DISCONNECT_DELAY_MS = 60_000;

    private final Peer peer;
    private final Service service;
    private Optional<SessionRun> run = Optional.empty();

    Connection(Peer peer, Service service) {
        this.peer = peer;
        this.service = service;
        LOG.atInfo()
                .addKeyValue("event", "connected")
                .addKeyValue("stream_id", peer.header("X-Stream-ID"))
                .addKeyValue("worker_id", peer.header("X-Worker-ID"))
                .log("peer {} connected", peer.id());
    }

    @Override
    public void event(String name, JsonNode body) {
        boolean echo = service.settings().profile() == Profile.ECHO;
        switch (name) {
            case "stream:init" -> init(body);
            case "fragment:data" -> fragment(body);
            case "stream:pause" -> ownSession(body).ifPresent(Session::pause);
            case "stream:resume" -> ownSession(body).ifPresent(Session::resume);
            case "stream:end" -> ownSession(body).ifPresent(session -> session.end(MonotonicClock.now()));
            case "fragment:ack" -> LOG.atDebug().log("ack {}", body);
            case "config:error_simulation" -> {
                if (echo) {
                    simulate(body);
                }
            }
            case "simulate:disconnect" -> {
                if (echo) {
                    simulateDisconnect(body);
                }
            }
            default -> LOG.atDebug().addKeyValue("event", "unknown_event").log("peer {} sent {}", peer.id(), name);
        }
        run.ifPresent(SessionRun::rest);
    }

    private void init(JsonNode body) {
        try {
            StreamInit init = StreamInit.read(body);
            run.ifPresent(SessionRun::discard);
            SessionRun fresh = new SessionRun(peer, init, service);
            run = Optional.of(fresh);
            fresh.start();
        } catch (Refusal refusal) {
            LOG.atWarn()
                    .addKeyValue("event", "init_refused")
                    .addKeyValue(
                            "stream_id",
                            textOf(body, "stream_id").map(Connection::shorten).orElse(null))
                    .addKeyValue("error_code", refusal.code().name())
                    .log("{}", refusal.text());
            error(body, refusal);
        }
    }

    private void fragment(JsonNode body) {
        try {
            run.map(SessionRun::session)
                    .orElseThrow(() ->
                            new Refusal(ErrorCode.STREAM_NOT_FOUND, "there is no session; send stream:init first"))
                    .fragment(body, MonotonicClock.now());
        } catch (Refusal refusal) {
            run.ifPresent(known -> known.refused(
                    textOf(body, "fragment_id").map(Connection::shorten),
                    refusal.code().name(),
                    refusal.text()));
            error(body, refusal);
        }
    }

    private void error(JsonNode body, Refusal refusal) {
        Optional<String> streamId =
                run.map(known -> known.session().init().streamId()).or(() -> textOf(body, "stream_id"));
        peer.emit(
                "error",
                Messages.error(
                        UUID.randomUUID(), streamId, textOf(body, "fragment_id"), refusal.code(), refusal.text()));
    }

    private static Optional<String> textOf(JsonNode body, String name) {
        return Optional.ofNullable(body.path(name).textValue());
    }

    /** A name that was not checked may be anything. */
    private static String shorten(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }

    /** The session, unless the event names another stream. */
    private Optional<Session> ownSession(JsonNode body) {
        return run.map(SessionRun::session).filter(session -> textOf(body, "stream_id")
                .map(session.init().streamId()::equals)
                .orElse(true));
    }

    private void simulate(JsonNode body) {
        Optional<Session> session = run.map(SessionRun::session).filter(Session::isLive);
        if (session.isEmpty()) {
            error(body, new Refusal(ErrorCode.STREAM_NOT_FOUND, "there is no session; send stream:init first"));
            return;
        }
        try {
            Simulation simulation = Simulation.read(body);
            session.get().simulate(simulation);
            int rules = simulation.rules().size();
            peer.emit(
                    "config:error_simulation:ack",
                    Messages.simulation(true, rules, rules == 0 ? "simulation is off" : rules + " rules in force"));
        } catch (Refusal refusal) {
            peer.emit("config:error_simulation:ack", Messages.simulation(false, 0, refusal.text()));
        }
    }

    private void simulateDisconnect(JsonNode body) {
        JsonNode given = body.path("delay_ms");
        boolean usable = given.isMissingNode()
                || given.isNull()
                || (given.isIntegralNumber() && given.longValue() >= 0 && given.longValue() <= MAX_DISCONNECT_DELAY_MS);
        if (!usable) {
            peer.emit(
                    "simulate:disconnect:ack",
                    Messages.disconnect(
                            Optional.empty(),
                            "delay_ms is " + given + ", but must be from 0 to " + MAX_DISCONNECT_DELAY_MS));
            return;
        }
        Duration delay = Duration.ofMillis(given.asLong(0));
        Instant at = MonotonicClock.now().plus(delay);
        peer.emit(
                "simulate:disconnect:ack",
                Messages.disconnect(
                        Optional.of(at), "reason: " + body.path("reason").asText("test")));
        peer.schedule(peer::disconnect, delay);
    }

    @Override
    public void closed() {
        run.ifPresent(SessionRun::discard);
        LOG.atInfo()
                .addKeyValue("event", "disconnected")
                .addKeyValue("stream_id", peer.header("X-Stream-ID"))
                .log("peer {} disconnected", peer.id());
    }
}
