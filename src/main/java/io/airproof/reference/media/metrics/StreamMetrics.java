package io.airproof.reference.media.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import java.util.List;

/** The series of one stream. All whose labels are known stand at 0 from the start. */
public final class StreamMetrics {

    private static final double MS_PER_SECOND = 1000;
    private static final List<String> FALLBACKS = List.of(
            "timeout",
            "sts_error",
            "no_audio",
            "invalid_audio",
            "duration_mismatch",
            "breaker_open",
            "sts_disconnected",
            "sts_unavailable",
            "backpressure",
            "inflight_full",
            "skip_mode");

    private static final List<String> ERRORS = List.of(
            "startup_failure",
            "audio_processing",
            "video_processing",
            "output",
            "run_loop",
            "no_audio_track",
            "no_video_track",
            "unsupported_codec",
            "source_lost",
            "output_lost",
            "sts_unreachable");

    private final MediaMetrics all;
    private final String stream;

    public StreamMetrics(MediaMetrics all, String streamId) {
        this.all = all;
        this.stream = streamId;
        all.afterlife.begin(streamId);
        for (String type : List.of("audio", "video")) {
            touch(all.segmentsProcessed, type);
            touch(all.segmentsBytes, type);
        }
        for (String audio : List.of("dubbed", "original")) {
            touch(all.segmentsOutput, audio);
        }
        FALLBACKS.forEach(reason -> touch(all.fallbacks, reason));
        List.of("success", "partial", "failed").forEach(status -> touch(all.fragmentsProcessed, status));
        List.of("disconnect", "refused").forEach(reason -> touch(all.fragmentsLost, reason));
        List.of("success", "failure").forEach(outcome -> touch(all.reconnects, outcome));
        List.of("none", "slow_down", "pause").forEach(action -> touch(all.backpressure, action));
        ERRORS.forEach(type -> touch(all.errors, type));
        List.of("audio", "video").forEach(type -> touch(all.segmentsDropped, type, "output_lost"));
        for (Counter plain : List.of(
                all.shortTails,
                all.fragmentsSent,
                all.fragmentTimeouts,
                all.lateResults,
                all.breakerFailures,
                all.breakerFallbacks,
                all.syncCorrections)) {
            touch(plain);
        }
        all.afterlife.note(all.latency, stream);
        all.latency.labelValues(stream);
        inflight(0);
        connected(false);
        set(all.breakerState, 0);
        syncDelta(0);
        waiting(0);
        pipeline("input", 0);
        pipeline("output", 0);
    }

    private void touch(Counter counter, String... labels) {
        add(counter, 0, labels);
    }

    private void add(Counter counter, double amount, String... labels) {
        all.afterlife.note(counter, labels(labels));
        counter.labelValues(labels(labels)).inc(amount);
    }

    private void set(Gauge gauge, double value, String... labels) {
        all.afterlife.note(gauge, labels(labels));
        gauge.labelValues(labels(labels)).set(value);
    }

    private String[] labels(String... more) {
        String[] labels = new String[more.length + 1];
        labels[0] = stream;
        System.arraycopy(more, 0, labels, 1, more.length);
        return labels;
    }

    /** A segment was cut, with so many bytes of each kind. */
    public void cut(long audioBytes, long videoBytes) {
        add(all.segmentsProcessed, 1, "audio");
        add(all.segmentsProcessed, 1, "video");
        add(all.segmentsBytes, audioBytes, "audio");
        add(all.segmentsBytes, videoBytes, "video");
    }

    public void shortTail() {
        add(all.shortTails, 1);
    }

    public void published(boolean dubbed) {
        add(all.segmentsOutput, 1, dubbed ? "dubbed" : "original");
    }

    public void dropped(String reason) {
        add(all.segmentsDropped, 1, "audio", reason);
        add(all.segmentsDropped, 1, "video", reason);
    }

    public void fallback(String reason) {
        add(all.fallbacks, 1, reason);
        if (reason.equals("breaker_open")) {
            add(all.breakerFallbacks, 1);
        }
    }

    public void sent() {
        add(all.fragmentsSent, 1);
    }

    /** A result came for a fragment in flight. */
    public void processed(String status, long afterMs) {
        add(all.fragmentsProcessed, 1, status);
        all.latency.labelValues(stream).observe(afterMs / MS_PER_SECOND);
    }

    public void timeout() {
        add(all.fragmentTimeouts, 1);
    }

    public void lost(String reason) {
        add(all.fragmentsLost, 1, reason);
    }

    public void late() {
        add(all.lateResults, 1);
    }

    public void inflight(int fragments) {
        set(all.inflight, fragments);
    }

    public void connected(boolean is) {
        set(all.connected, is ? 1 : 0);
    }

    public void reconnect(boolean success) {
        add(all.reconnects, 1, success ? "success" : "failure");
    }

    /** State of the breaker: 0 closed, 1 half-open, 2 open. */
    public void breaker(int state) {
        set(all.breakerState, state);
    }

    /** A failure that counts for the breaker. */
    public void breakerFailure() {
        add(all.breakerFailures, 1);
    }

    public void backpressure(String action) {
        add(all.backpressure, 1, action);
    }

    public void syncDelta(double ms) {
        set(all.syncDelta, ms);
    }

    /** The sound of a segment was slewed. */
    public void syncCorrection() {
        add(all.syncCorrections, 1);
    }

    /** Segments that wait for playout. */
    public void waiting(int segments) {
        set(all.videoBuffer, segments);
        set(all.audioBuffer, segments);
    }

    /** State of a pipeline: 0 stopped, 1 running, 2 error. */
    public void pipeline(String pipeline, int state) {
        set(all.pipelineState, state, pipeline);
    }

    public void error(String type) {
        add(all.errors, 1, type);
    }

    /** The stream is over: nothing waits, nothing runs; its series go some time later. */
    public void over() {
        inflight(0);
        connected(false);
        breaker(0);
        syncDelta(0);
        waiting(0);
        pipeline("input", 0);
        pipeline("output", 0);
        all.afterlife.end(stream);
    }
}
