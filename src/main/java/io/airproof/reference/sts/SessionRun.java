package io.airproof.reference.sts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.airproof.reference.sts.engine.Engine;
import io.airproof.reference.sts.engine.Job;
import io.airproof.reference.sts.message.ErrorCode;
import io.airproof.reference.sts.message.Failure;
import io.airproof.reference.sts.message.Fragment;
import io.airproof.reference.sts.message.Outcome;
import io.airproof.reference.sts.message.Stage;
import io.airproof.reference.sts.message.StageTimings;
import io.airproof.reference.sts.message.StreamInit;
import io.airproof.reference.sts.session.Effects;
import io.airproof.reference.sts.session.Session;
import io.airproof.reference.sts.wire.Peer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Gives one session its clock, its engine and its peer. Everything runs on the thread of the peer. */
final class SessionRun implements Effects {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRun.class);

    private final Peer peer;
    private final Engine engine;
    private final StsMetrics metrics;
    private final Duration autoDisconnectDelay;
    private final Session session;
    private final Map<Integer, CompletableFuture<Outcome>> work = new HashMap<>();
    private Optional<Future<?>> timer = Optional.empty();
    private Optional<Future<?>> farewell = Optional.empty();
    private boolean discarded;

    SessionRun(Peer peer, StreamInit init, Service service) {
        this.peer = peer;
        this.engine = service.engine();
        this.metrics = service.metrics();
        this.autoDisconnectDelay = service.settings().autoDisconnectDelay();
        this.session = new Session(init, service.settings().backpressureEvents(), this, MonotonicClock.now());
    }

    Session session() {
        return session;
    }

    /** The session tells the worker that it is ready as soon as the engine is. */
    void start() {
        metrics.sessionBegan(session.init().streamId());
        log(Level.INFO, "stream_init")
                .log("session for worker {}", session.init().workerId());
        engine.whenReady().whenComplete((ready, problem) -> {
            if (problem == null) {
                peer.execute(() -> {
                    if (!discarded) {
                        session.ready(UUID.randomUUID(), MonotonicClock.now());
                    }
                });
            }
        });
    }

    /** To be called after everything that was done to the session: sets the timer. */
    void rest() {
        timer.ifPresent(old -> old.cancel(false));
        timer = session.nextDeadline()
                .filter(deadline -> !discarded)
                .map(deadline -> peer.schedule(
                        () -> {
                            session.tick(MonotonicClock.now());
                            rest();
                        },
                        positive(Duration.between(MonotonicClock.now(), deadline))));
    }

    private static Duration positive(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.plusMillis(1);
    }

    /** The connection is gone, or another session takes its place. */
    void discard() {
        if (!discarded) {
            discarded = true;
            int unanswered = session.load();
            session.discard();
            work.values().forEach(future -> future.cancel(false));
            work.clear();
            timer.ifPresent(old -> old.cancel(false));
            farewell.ifPresent(old -> old.cancel(false));
            metrics.sessionEnded(session.init().streamId(), unanswered);
            log(Level.INFO, "session_over").log("session over with {} fragments unanswered", unanswered);
        }
    }

    @Override
    public void send(String event, ObjectNode body) {
        peer.emit(event, body);
    }

    @Override
    public void work(int ticket, Fragment fragment, Optional<Failure> simulated) {
        CompletableFuture<Outcome> future = engine.process(new Job(session.init(), fragment, simulated));
        work.put(ticket, future);
        future.whenComplete((outcome, problem) -> peer.execute(() -> {
            work.remove(ticket);
            if (!discarded && !future.isCancelled()) {
                session.outcome(
                        ticket, problem == null ? outcome : Outcome.Failed.of(broken(problem)), MonotonicClock.now());
                rest();
            }
        }));
    }

    private static Failure broken(Throwable problem) {
        return Failure.of(ErrorCode.MODEL_ERROR, Stage.PIPELINE, "the engine broke: " + problem);
    }

    @Override
    public void abandon(int ticket) {
        Optional.ofNullable(work.remove(ticket)).ifPresent(future -> future.cancel(false));
    }

    @Override
    public void accepted(Fragment fragment) {
        metrics.accepted(fragment.streamId());
    }

    @Override
    public void answered(Fragment fragment, Outcome outcome, int processingMs, StageTimings timings) {
        metrics.answered(fragment.streamId(), outcome, processingMs, timings);
        LoggingEventBuilder line = log(
                        outcome instanceof Outcome.Failed ? Level.WARN : Level.INFO, "fragment_processed")
                .addKeyValue("fragment_id", fragment.fragmentId())
                .addKeyValue("sequence_number", fragment.sequenceNumber())
                .addKeyValue("processing_time_ms", processingMs)
                .addKeyValue("asr_ms", timings.asrMs())
                .addKeyValue("translation_ms", timings.translationMs())
                .addKeyValue("tts_ms", timings.ttsMs());
        if (outcome instanceof Outcome.Dubbed dubbed) {
            line.addKeyValue("transcript", dubbed.transcript())
                    .addKeyValue("translated_text", dubbed.translation())
                    .log("fragment {} answered", fragment.sequenceNumber());
        } else if (outcome instanceof Outcome.Failed failed) {
            line.addKeyValue("error_code", failed.failure().code())
                    .log(
                            "fragment {} failed: {}",
                            fragment.sequenceNumber(),
                            failed.failure().message());
        }
    }

    @Override
    public void refused(Optional<String> fragmentId, String code, String message) {
        metrics.refused(session.init().streamId(), code);
        log(Level.WARN, "fragment_refused")
                .addKeyValue("fragment_id", fragmentId.orElse(null))
                .addKeyValue("error_code", code)
                .log("{}", message);
    }

    @Override
    public void completed() {
        log(Level.INFO, "stream_complete").log("stream complete");
        farewell = Optional.of(peer.schedule(peer::disconnect, autoDisconnectDelay));
    }

    private LoggingEventBuilder log(Level level, String event) {
        return LOG.atLevel(level)
                .addKeyValue("event", event)
                .addKeyValue("stream_id", session.init().streamId());
    }
}
