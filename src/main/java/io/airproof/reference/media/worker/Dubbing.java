package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.AvException;
import io.airproof.reference.media.av.EncodedTrack;
import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.segment.Cut;
import io.airproof.reference.media.settings.MediaSettings;
import io.airproof.reference.media.sts.Fragment;
import io.airproof.reference.media.sts.Result;
import io.airproof.reference.media.sts.StsConnection;
import io.airproof.reference.media.sts.StsFailure;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Gets segments dubbed over one session (contract 6.1): in order, at most so many at once, each with a time limit, as
 * far as breaker and backpressure let it. Every segment is decided exactly once. Runs on the worker's thread alone.
 */
final class Dubbing {

    private final MediaSettings settings;
    private final SegmentFiles files;
    private final DubJudge judge;
    private final StreamMetrics metrics;
    private final StreamLog log;
    private final Turns turns;
    private final BiConsumer<Cut, Decision> decide;
    private final Gate gate;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Map<String, InFlight> inFlight = new HashMap<>();
    private Optional<StsConnection> session = Optional.empty();
    private String absence = "sts_unavailable";
    private int limit;
    private int nextSequence;
    private long lastSent;

    private record Waiting(Cut cut, EncodedTrack sound, long since) {}

    private record InFlight(Cut cut, int sequence, long sentNanos) {}

    Dubbing(
            MediaSettings settings,
            SegmentFiles files,
            StreamMetrics metrics,
            StreamLog log,
            Turns turns,
            Status status,
            BiConsumer<Cut, Decision> decide) {
        this.settings = settings;
        this.files = files;
        this.judge = new DubJudge(files, log);
        this.metrics = metrics;
        this.log = log;
        this.turns = turns;
        this.decide = decide;
        this.gate = new Gate(settings, metrics, log, turns, status, this::gateMoved);
    }

    /** A session is open: segments cut from now on are dubbed. */
    void open(StsConnection connection, int grantedInflight) {
        session = Optional.of(connection);
        limit = Math.min(settings.maxInflight(), grantedInflight);
        nextSequence = 0;
        gate.reset();
        metrics.connected(true);
    }

    /**
     * The session is lost: nothing that was sent or waits will be dubbed.
     *
     * @param reason what is told of these segments, and of all that are cut until there is a session again
     */
    void lost(String reason) {
        session = Optional.empty();
        absence = reason;
        metrics.connected(false);
        List<InFlight> orphans = new ArrayList<>(inFlight.values());
        inFlight.clear();
        metrics.inflight(0);
        for (InFlight fragment : orphans) {
            metrics.lost("disconnect");
            fallback(fragment.cut(), reason);
        }
        dropQueue(reason);
    }

    /** Nobody will try again: what is told of segments from now on. */
    void givenUp() {
        absence = "sts_unavailable";
    }

    /** A segment was cut, and its sound encoded. */
    void cut(Cut cut, EncodedTrack sound) {
        if (session.isEmpty()) {
            fallback(cut, absence);
        } else if (!gate.breakerAdmits()) {
            fallback(cut, "breaker_open");
        } else {
            Waiting waiting = new Waiting(cut, sound, System.nanoTime());
            queue.add(waiting);
            turns.after(settings.stsTimeout(), () -> giveUpWaiting(waiting));
            send();
        }
    }

    private void giveUpWaiting(Waiting waiting) {
        if (queue.remove(waiting)) {
            fallback(waiting.cut(), gate.isPaused() ? "backpressure" : "inflight_full");
        }
    }

    /** Breaker or backpressure have changed: segments that wait may go, or need not wait any more. */
    private void gateMoved() {
        if (!gate.breakerAdmits()) {
            dropQueue("breaker_open");
        }
        send();
    }

    private void dropQueue(String reason) {
        List<Waiting> given = new ArrayList<>(queue);
        queue.clear();
        given.forEach(waiting -> fallback(waiting.cut(), reason));
    }

    private void send() {
        while (session.isPresent() && inFlight.size() < limit && !queue.isEmpty() && gate.breakerAdmits()) {
            Waiting first = queue.getFirst();
            Duration left = gate.left(Math.max(first.since(), lastSent));
            if (!left.isZero()) {
                turns.after(left, this::send);
                return;
            }
            queue.remove();
            String id = UUID.randomUUID().toString();
            try {
                send(session.get(), first, id);
            } catch (AvException | UncheckedIOException e) {
                metrics.error("audio_processing");
                log.error("segment_failed", "the segment could not be made a fragment: " + e.getMessage(), e);
                fallback(first.cut(), "sts_error");
                gate.failure(id);
            }
        }
        if (!gate.breakerAdmits()) {
            dropQueue("breaker_open");
        }
    }

    private void send(StsConnection connection, Waiting waiting, String id) {
        Cut cut = waiting.cut();
        int number = cut.number().orElseThrow();
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
        lastSent = System.nanoTime();
        inFlight.put(id, new InFlight(cut, fragment.sequence(), lastSent));
        connection.send(fragment);
        gate.sent(id);
        metrics.sent();
        metrics.inflight(inFlight.size());
        log.fragment("fragment_sent", "fragment sent", id, fragment.sequence(), number);
        turns.after(settings.stsTimeout(), () -> timeOut(id));
    }

    private void timeOut(String id) {
        take(id).ifPresent(fragment -> {
            metrics.timeout();
            log.warnFragment("fragment_timeout", "no result in time", id, fragment.sequence(), fragment.cut());
            fallback(fragment.cut(), "timeout");
            gate.failure(id);
            send();
        });
    }

    /** A result has come. */
    void result(Result result) {
        Optional<InFlight> asked = take(result.fragmentId());
        if (asked.isEmpty()) {
            metrics.late();
            log.info("late_result", "a result that nobody waits for: fragment " + result.fragmentId());
            acknowledge(result.fragmentId(), false);
            return;
        }
        InFlight fragment = asked.get();
        metrics.processed(result.status(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - fragment.sentNanos()));
        if (!result.countsAgainstSts()) {
            // The place is free now, and to decode the dub takes a while (contract 6.1: sent within 200 ms).
            send();
        }
        Decision decision = judge.decide(result, fragment.cut());
        decide.accept(fragment.cut(), decision);
        acknowledge(result.fragmentId(), decision instanceof Decision.Dub);
        if (decision instanceof Decision.Dub) {
            gate.success(result.fragmentId());
        } else if (result.countsAgainstSts()) {
            gate.failure(result.fragmentId());
        } else {
            gate.neutral(result.fragmentId());
        }
        send();
    }

    /** The STS refuses something, perhaps a fragment. */
    void refusal(StsFailure failure) {
        metrics.error("sts_" + failure.code().toLowerCase(java.util.Locale.ROOT));
        log.warn("sts_error", "the STS says %s: %s".formatted(failure.code(), failure.message()));
        if (failure.asksForPause()) {
            gate.pause();
        }
        take(failure.fragmentId()).ifPresent(fragment -> {
            metrics.lost("refused");
            if (fragment.sequence() == nextSequence - 1) {
                nextSequence--;
            }
            fallback(fragment.cut(), "sts_error");
            if (failure.retryable()) {
                gate.failure(failure.fragmentId());
            } else {
                gate.neutral(failure.fragmentId());
            }
            send();
        });
    }

    /** The STS says how fast it can take more. */
    void backpressure(String action, Optional<Duration> recommended) {
        gate.pressure(action, recommended);
    }

    private Optional<InFlight> take(String id) {
        Optional<InFlight> fragment = Optional.ofNullable(inFlight.remove(id));
        metrics.inflight(inFlight.size());
        return fragment;
    }

    private void fallback(Cut cut, String reason) {
        decide.accept(cut, new Decision.Fallback(reason));
    }

    private void acknowledge(String fragmentId, boolean applied) {
        session.ifPresent(connection -> connection.acknowledge(fragmentId, applied));
    }
}
