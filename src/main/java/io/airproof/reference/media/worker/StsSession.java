package io.airproof.reference.media.worker;

import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.settings.MediaSettings;
import io.airproof.reference.media.sts.Result;
import io.airproof.reference.media.sts.StsConnection;
import io.airproof.reference.media.sts.StsFailure;
import io.airproof.reference.media.sts.StsListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.json.JSONObject;

/**
 * The worker's session at the STS over its whole life (contract 6.4). Runs on the worker's thread alone.
 *
 * <pre>
 * connecting  connected                    → opening (as soon as the form of the sound is known)
 * opening     stream:ready                 → ready
 * opening     refused for good             → rejected
 * ready       the session is gone          → opening, on the same connection
 * connecting, opening, ready   lost, or no stream:ready in time → waiting
 * waiting     the wait is over             → connecting
 * waiting     no try is left               → given up
 * given up    the source is announced anew → connecting
 * any         end                          → ending (if ready) → ended
 * </pre>
 */
final class StsSession {

    /** A try lasts this long: connect, init, ready (contract 6.4). */
    private static final Duration TRY = Duration.ofSeconds(10);

    private static final int TRIES = 5;

    private enum State {
        CONNECTING,
        OPENING,
        READY,
        WAITING,
        GIVEN_UP,
        REJECTED,
        ENDING,
        ENDED
    }

    private record Form(int sampleRate, int channels) {}

    private final MediaSettings settings;
    private final String streamId;
    private final StreamMetrics metrics;
    private final StreamLog log;
    private final Turns turns;
    private final Status status;
    private final Dubbing dubbing;
    private final Backoff backoff;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private State state = State.WAITING;
    private Optional<StsConnection> connection = Optional.empty();
    private Optional<Form> form = Optional.empty();
    private boolean connected;
    private boolean everReady;
    private int failures;
    private int attempt;

    StsSession(
            MediaSettings settings,
            String streamId,
            StreamMetrics metrics,
            StreamLog log,
            Turns turns,
            Status status,
            Dubbing dubbing) {
        this.settings = settings;
        this.streamId = streamId;
        this.metrics = metrics;
        this.log = log;
        this.turns = turns;
        this.status = status;
        this.dubbing = dubbing;
        this.backoff = new Backoff(settings.reconnectBase(), TRIES);
    }

    /** Connects for the first time, or again after all tries had failed; the session opens when the sound is known. */
    void open() {
        if (state == State.GIVEN_UP) {
            failures = 0;
        } else if (state != State.WAITING) {
            return;
        }
        connect();
    }

    private void connect() {
        state = State.CONNECTING;
        connected = false;
        int mine = ++attempt;
        StsConnection fresh = new StsConnection(settings.sts(), settings.trusted(), streamId, new Listener(mine));
        connection = Optional.of(fresh);
        fresh.open(() -> post(mine, () -> {
            connected = true;
            initialise();
        }));
        limit(mine);
    }

    /** A try without a session ends after 10 s; one that has not begun yet, for want of sound, does not. */
    private void limit(int mine) {
        turns.after(TRY, () -> {
            boolean pending = state == State.CONNECTING || state == State.OPENING;
            if (mine == attempt && pending && form.isPresent()) {
                lost("no session within " + TRY.toSeconds() + " s");
            }
        });
    }

    /** The form of the source's sound is known. */
    void sound(int sampleRate, int channels) {
        form = Optional.of(new Form(sampleRate, channels));
        if (state == State.CONNECTING) {
            limit(attempt);
            initialise();
        }
    }

    private void initialise() {
        if (connected && form.isPresent()) {
            Form known = form.get();
            state = State.OPENING;
            connection.ifPresent(open -> open.init(settings, known.sampleRate(), known.channels()));
        }
    }

    /** Ends the session in order; completes when that is done, or cannot be done any more. */
    CompletableFuture<Void> end(String reason, Duration within) {
        if (state == State.READY) {
            state = State.ENDING;
            connection.ifPresent(open -> open.end(reason));
            turns.after(within, this::finish);
        } else if (state != State.ENDING) {
            finish();
        }
        return ended;
    }

    private void finish() {
        hangUp();
        state = State.ENDED;
        metrics.connected(false);
        status.sts(Status.Sts.DISABLED, Optional.empty());
        ended.complete(null);
    }

    private void hangUp() {
        attempt++;
        connection.ifPresent(StsConnection::close);
        connection = Optional.empty();
    }

    private void ready(JSONObject body) {
        if (state != State.OPENING) {
            return;
        }
        if (failures > 0) {
            metrics.reconnect(true);
        }
        state = State.READY;
        everReady = true;
        failures = 0;
        status.sts(Status.Sts.CONNECTED, Optional.empty());
        log.info("sts_ready", "session " + body.optString("session_id"));
        connection.ifPresent(open -> dubbing.open(open, body.optInt("max_inflight", settings.maxInflight())));
    }

    private void refusal(StsFailure failure) {
        dubbing.refusal(failure);
        if (state == State.READY && failure.sessionGone()) {
            log.warn("session_lost", "the STS does not know the session any more; a new one is opened");
            dubbing.lost("sts_disconnected");
            initialise();
            limit(attempt);
        } else if (state == State.OPENING && failure.fragmentId().isEmpty()) {
            if (failure.retryable()) {
                lost("the session is refused for now: " + failure.code());
            } else {
                reject(failure);
            }
        }
    }

    private void reject(StsFailure failure) {
        hangUp();
        state = State.REJECTED;
        dubbing.givenUp();
        status.sts(Status.Sts.FAILED, Optional.of("sts_rejected"));
        log.error(
                "sts_rejected",
                "the STS refuses the session for good (%s); the original audio goes on".formatted(failure.code()));
    }

    private void lost(String why) {
        if (state == State.ENDING) {
            finish();
            return;
        }
        hangUp();
        boolean wasReady = state == State.READY;
        state = State.WAITING;
        log.warn("sts_lost", "the STS is lost: " + why);
        dubbing.lost(everReady ? "sts_disconnected" : "sts_unavailable");
        if (!wasReady && (everReady || failures > 0)) {
            metrics.reconnect(false);
        }
        backoff.before(failures++, ThreadLocalRandom.current()).ifPresentOrElse(this::tryAgain, this::giveUp);
    }

    private void tryAgain(Duration wait) {
        status.sts(
                everReady ? Status.Sts.RECONNECTING : Status.Sts.CONNECTING,
                Optional.of(everReady ? "sts_reconnecting" : "sts_connecting"));
        turns.after(wait, () -> {
            if (state == State.WAITING) {
                connect();
            }
        });
    }

    private void giveUp() {
        state = State.GIVEN_UP;
        dubbing.givenUp();
        metrics.error("sts_unreachable");
        status.sts(Status.Sts.FAILED, Optional.of("sts_unreachable"));
        log.error("sts_unreachable", "the STS cannot be reached; the original audio goes on");
    }

    /** Takes a step on the worker's thread, unless its connection has been given up meanwhile. */
    private void post(int from, Runnable step) {
        turns.take(() -> {
            if (from == attempt) {
                step.run();
            }
        });
    }

    /** Brings what the STS says over one connection to the worker's thread. */
    private final class Listener implements StsListener {
        private final int mine;

        Listener(int mine) {
            this.mine = mine;
        }

        @Override
        public void ready(JSONObject body) {
            post(mine, () -> StsSession.this.ready(body));
        }

        @Override
        public void processed(JSONObject body) {
            post(mine, () -> dubbing.result(Result.of(body)));
        }

        @Override
        public void error(StsFailure failure) {
            post(mine, () -> refusal(failure));
        }

        @Override
        public void backpressure(JSONObject body) {
            Optional<Duration> delay = body.isNull("recommended_delay_ms")
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(Math.max(0, body.optLong("recommended_delay_ms"))));
            post(mine, () -> dubbing.backpressure(body.optString("action", "none"), delay));
        }

        @Override
        public void complete(JSONObject body) {
            post(mine, () -> {
                if (state == State.ENDING) {
                    log.info("sts_complete", "session complete: " + body.optJSONObject("statistics"));
                    finish();
                }
            });
        }

        @Override
        public void disconnected(String why) {
            post(mine, () -> lost(why));
        }
    }
}
