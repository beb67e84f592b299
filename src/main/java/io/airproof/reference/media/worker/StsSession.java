package io.airproof.reference.media.worker;

import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.settings.MediaSettings;
import io.airproof.reference.media.sts.StsConnection;
import io.airproof.reference.media.sts.StsListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.json.JSONObject;

/**
 * The worker's session at the STS over its whole life (contract 6.4): connected, opened, lost and tried again, ended.
 * Runs on the worker's thread alone.
 */
final class StsSession {

    /** A try lasts this long: connect, init, ready (contract 6.4). */
    private static final Duration TRY = Duration.ofSeconds(10);

    private static final int TRIES = 5;

    /** Longest wait for stream:complete (contract 6.5). */
    private static final Duration COMPLETE_WITHIN = Duration.ofSeconds(10);

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
    private Optional<StsConnection> connection = Optional.empty();
    private Optional<Form> form = Optional.empty();
    private boolean connected;
    private boolean ready;
    private boolean everReady;
    private boolean ending;
    private int failures;

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

    /** Connects; the session opens as soon as the form of the sound is known. */
    void open() {
        status.sts(everReady ? "reconnecting" : "connecting");
        StsConnection fresh = new StsConnection(settings.sts(), streamId, new Listener());
        connection = Optional.of(fresh);
        connected = false;
        ready = false;
        fresh.open(() -> post(fresh, () -> {
            connected = true;
            initialise();
        }));
        turns.after(TRY, () -> {
            if (isCurrent(fresh) && !ready && form.isPresent()) {
                lost("no session within " + TRY.toSeconds() + " s");
            }
        });
    }

    /** The form of the source's sound is known. */
    void sound(int sampleRate, int channels) {
        form = Optional.of(new Form(sampleRate, channels));
        initialise();
    }

    private void initialise() {
        if (connected && !ready && form.isPresent()) {
            Form known = form.get();
            connection.ifPresent(open -> open.init(settings, known.sampleRate(), known.channels()));
        }
    }

    /** Ends the session in order; completes when that is done, or cannot be done any more. */
    CompletableFuture<Void> end(String reason, Duration within) {
        ending = true;
        if (!ready) {
            finish();
            return ended;
        }
        connection.ifPresent(open -> open.end(reason));
        turns.after(within.compareTo(COMPLETE_WITHIN) < 0 ? within : COMPLETE_WITHIN, this::finish);
        return ended;
    }

    private void finish() {
        connection.ifPresent(StsConnection::close);
        connection = Optional.empty();
        ready = false;
        metrics.connected(false);
        status.sts("disabled");
        ended.complete(null);
    }

    private void lost(String why) {
        connection.ifPresent(StsConnection::close);
        connection = Optional.empty();
        boolean wasReady = ready;
        ready = false;
        if (ending) {
            finish();
            return;
        }
        log.warn("sts_lost", "the STS is lost: " + why);
        dubbing.lost(everReady ? "sts_disconnected" : "sts_unavailable");
        if (wasReady) {
            failures = 0;
        } else if (everReady || failures > 0) {
            metrics.reconnect(false);
        }
        tryAgain();
    }

    private void tryAgain() {
        var wait = backoff.before(failures++, ThreadLocalRandom.current());
        if (wait.isEmpty()) {
            metrics.error("sts_unreachable");
            status.sts("failed");
            status.become(Status.State.FAILED, Optional.of("sts_unreachable"));
            log.error(
                    "sts_unreachable",
                    "the STS cannot be reached; the original audio goes on",
                    new IllegalStateException());
            return;
        }
        status.sts("reconnecting");
        status.become(Status.State.DEGRADED, Optional.of(everReady ? "sts_reconnecting" : "sts_connecting"));
        turns.after(wait.get(), () -> {
            if (!ending) {
                open();
            }
        });
    }

    private boolean isCurrent(StsConnection one) {
        return connection.filter(current -> current == one).isPresent();
    }

    private void post(StsConnection from, Runnable step) {
        turns.take(() -> {
            if (isCurrent(from)) {
                step.run();
            }
        });
    }

    /** Brings what the STS says to the worker's thread. */
    private final class Listener implements StsListener {
        @Override
        public void ready(JSONObject body) {
            turns.take(() -> connection.ifPresent(open -> {
                if (failures > 0) {
                    metrics.reconnect(true);
                }
                ready = true;
                everReady = true;
                failures = 0;
                status.sts("connected");
                status.become(Status.State.DUBBING, Optional.empty());
                dubbing.open(open, body.optInt("max_inflight", settings.maxInflight()));
                log.info("sts_ready", "session " + body.optString("session_id"));
            }));
        }

        @Override
        public void processed(JSONObject body) {
            turns.take(() -> dubbing.result(body));
        }

        @Override
        public void error(JSONObject body) {
            turns.take(() -> {
                dubbing.error(body);
                if (!ready && body.isNull("fragment_id") && !body.optBoolean("retryable", true)) {
                    ending = true;
                    finish();
                    status.become(Status.State.FAILED, Optional.of("sts_rejected"));
                }
            });
        }

        @Override
        public void backpressure(JSONObject body) {
            turns.take(() -> metrics.backpressure(body.optString("action", "none")));
        }

        @Override
        public void complete(JSONObject body) {
            turns.take(() -> {
                if (ending) {
                    log.info("sts_complete", "session complete: " + body.optJSONObject("statistics"));
                    finish();
                }
            });
        }

        @Override
        public void disconnected(String why) {
            turns.take(() -> {
                if (connection.isPresent()) {
                    lost(why);
                }
            });
        }
    }
}
