package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.AvException;
import io.airproof.reference.media.av.EncodedTrack;
import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.av.Resampler;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.mix.Fit;
import io.airproof.reference.media.segment.Cut;
import io.airproof.reference.media.settings.MediaSettings;
import io.airproof.reference.media.sts.Fragment;
import io.airproof.reference.media.sts.Result;
import io.airproof.reference.media.sts.StsConnection;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.json.JSONObject;

/**
 * Gets segments dubbed over one session (contract 6.1): in order, at most so many at once, each with a time limit. Every
 * segment is decided exactly once. Runs on the worker's thread alone.
 */
final class Dubbing {

    private final MediaSettings settings;
    private final SegmentFiles files;
    private final StreamMetrics metrics;
    private final StreamLog log;
    private final Turns turns;
    private final BiConsumer<Cut, Decision> decide;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Map<String, InFlight> inFlight = new HashMap<>();
    private Optional<StsConnection> session = Optional.empty();
    private String absence = "sts_unavailable";
    private int limit;
    private int nextSequence;

    private record Waiting(Cut cut, EncodedTrack sound) {}

    private record InFlight(Cut cut, int sequence, long sentNanos) {}

    Dubbing(
            MediaSettings settings,
            SegmentFiles files,
            StreamMetrics metrics,
            StreamLog log,
            Turns turns,
            BiConsumer<Cut, Decision> decide) {
        this.settings = settings;
        this.files = files;
        this.metrics = metrics;
        this.log = log;
        this.turns = turns;
        this.decide = decide;
    }

    /** A session is open: segments cut from now on are dubbed. */
    void open(StsConnection connection, int grantedInflight) {
        session = Optional.of(connection);
        limit = Math.min(settings.maxInflight(), grantedInflight);
        nextSequence = 0;
        metrics.connected(true);
    }

    /** The session is lost: nothing that was sent or waits will be dubbed. */
    void lost(String reason) {
        session = Optional.empty();
        absence = reason;
        metrics.connected(false);
        for (InFlight fragment : Map.copyOf(inFlight).values()) {
            metrics.lost("disconnect");
            decide.accept(fragment.cut(), new Decision.Fallback(reason));
        }
        inFlight.clear();
        metrics.inflight(0);
        queue.forEach(waiting -> decide.accept(waiting.cut(), new Decision.Fallback(reason)));
        queue.clear();
    }

    /** A segment was cut, and its sound encoded. */
    void cut(Cut cut, EncodedTrack sound) {
        if (session.isEmpty()) {
            decide.accept(cut, new Decision.Fallback(absence));
            return;
        }
        Waiting waiting = new Waiting(cut, sound);
        queue.add(waiting);
        turns.after(settings.stsTimeout(), () -> giveUpWaiting(waiting));
        send();
    }

    private void giveUpWaiting(Waiting waiting) {
        if (queue.remove(waiting)) {
            decide.accept(waiting.cut(), new Decision.Fallback("inflight_full"));
        }
    }

    private void send() {
        while (session.isPresent() && inFlight.size() < limit && !queue.isEmpty()) {
            Waiting waiting = queue.remove();
            Cut cut = waiting.cut();
            try {
                send(session.get(), waiting);
            } catch (AvException | UncheckedIOException e) {
                metrics.error("audio_processing");
                log.error("segment_failed", "the segment could not be made a fragment: " + e.getMessage(), e);
                decide.accept(cut, new Decision.Fallback("sts_error"));
            }
        }
    }

    private void send(StsConnection connection, Waiting waiting) {
        Cut cut = waiting.cut();
        int number = cut.number().orElseThrow();
        String id = UUID.randomUUID().toString();
        Pcm sound = cut.sound();
        byte[] m4a = files.write(number, waiting.sound());
        Fragment fragment = new Fragment(
                id,
                nextSequence++,
                number,
                m4a,
                sound.sampleRate(),
                sound.channels(),
                sound.millis(),
                cut.start().toNanos());
        inFlight.put(id, new InFlight(cut, fragment.sequence(), System.nanoTime()));
        connection.send(fragment);
        metrics.sent();
        metrics.inflight(inFlight.size());
        log.fragment("fragment_sent", "fragment sent", id, fragment.sequence(), number);
        turns.after(settings.stsTimeout(), () -> timeOut(id));
    }

    private void timeOut(String id) {
        take(id).ifPresent(fragment -> {
            metrics.timeout();
            log.warnFragment("fragment_timeout", "no result in time", id, fragment.sequence(), fragment.cut());
            decide.accept(fragment.cut(), new Decision.Fallback("timeout"));
            send();
        });
    }

    /** A result has come. */
    void result(JSONObject body) {
        Result result = Result.of(body);
        Optional<InFlight> asked = take(result.fragmentId());
        if (asked.isEmpty()) {
            metrics.late();
            acknowledge(result.fragmentId(), false);
            return;
        }
        InFlight fragment = asked.get();
        metrics.processed(result.status(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - fragment.sentNanos()));
        Decision decision = judge(result, fragment.cut());
        decide.accept(fragment.cut(), decision);
        acknowledge(result.fragmentId(), decision instanceof Decision.Dub);
        send();
    }

    private Decision judge(Result result, Cut cut) {
        if (!result.succeeded()) {
            return new Decision.Fallback(result.fallbackReason());
        }
        if (!result.hasAudio()) {
            return new Decision.Fallback("no_audio");
        }
        try {
            Pcm sound = cut.sound();
            byte[] bytes = result.audio().orElseThrow(() -> new AvException("the base64 is broken", 0));
            Pcm dub = Resampler.convert(
                    files.dub(cut.number().orElseThrow(), bytes), sound.sampleRate(), sound.channels());
            return Fit.to(dub, sound.samples())
                    .<Decision>map(Decision.Dub::new)
                    .orElseGet(() -> new Decision.Fallback("duration_mismatch"));
        } catch (AvException | UncheckedIOException e) {
            log.warn("dub_unusable", "the dub cannot be used: " + e.getMessage());
            return new Decision.Fallback("invalid_audio");
        }
    }

    /** A refusal has come. */
    void error(JSONObject body) {
        String code = body.optString("code");
        metrics.error("sts_" + code.toLowerCase(java.util.Locale.ROOT));
        log.warn("sts_error", "the STS says %s: %s".formatted(code, body.optString("message")));
        take(body.optString("fragment_id")).ifPresent(fragment -> {
            metrics.lost("refused");
            if (fragment.sequence() == nextSequence - 1) {
                nextSequence--;
            }
            decide.accept(fragment.cut(), new Decision.Fallback("sts_error"));
            send();
        });
    }

    private Optional<InFlight> take(String id) {
        Optional<InFlight> fragment = Optional.ofNullable(inFlight.remove(id));
        metrics.inflight(inFlight.size());
        return fragment;
    }

    private void acknowledge(String fragmentId, boolean applied) {
        session.ifPresent(connection -> connection.acknowledge(fragmentId, applied));
    }
}
