package io.airproof.reference.media.metrics;

import io.prometheus.metrics.core.metrics.Counter;
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
        all.latency.labelValues(stream);
        inflight(0);
        connected(false);
        all.breakerState.labelValues(stream).set(0);
        syncDelta(0);
        waiting(0);
        pipeline("input", 0);
        pipeline("output", 0);
    }

    private void touch(Counter counter, String... labels) {
        counter.labelValues(labels(labels)).inc(0);
    }

    private String[] labels(String... more) {
        String[] labels = new String[more.length + 1];
        labels[0] = stream;
        System.arraycopy(more, 0, labels, 1, more.length);
        return labels;
    }

    /** A segment was cut, with so many bytes of each kind. */
    public void cut(long audioBytes, long videoBytes) {
        all.segmentsProcessed.labelValues(stream, "audio").inc();
        all.segmentsProcessed.labelValues(stream, "video").inc();
        all.segmentsBytes.labelValues(stream, "audio").inc(audioBytes);
        all.segmentsBytes.labelValues(stream, "video").inc(videoBytes);
    }

    public void shortTail() {
        all.shortTails.labelValues(stream).inc();
    }

    public void published(boolean dubbed) {
        all.segmentsOutput.labelValues(stream, dubbed ? "dubbed" : "original").inc();
    }

    public void dropped(String reason) {
        all.segmentsDropped.labelValues(stream, "audio", reason).inc();
        all.segmentsDropped.labelValues(stream, "video", reason).inc();
    }

    public void fallback(String reason) {
        all.fallbacks.labelValues(stream, reason).inc();
    }

    public void sent() {
        all.fragmentsSent.labelValues(stream).inc();
    }

    /** A result came for a fragment in flight. */
    public void processed(String status, long afterMs) {
        all.fragmentsProcessed.labelValues(stream, status).inc();
        all.latency.labelValues(stream).observe(afterMs / MS_PER_SECOND);
    }

    public void timeout() {
        all.fragmentTimeouts.labelValues(stream).inc();
    }

    public void lost(String reason) {
        all.fragmentsLost.labelValues(stream, reason).inc();
    }

    public void late() {
        all.lateResults.labelValues(stream).inc();
    }

    public void inflight(int fragments) {
        all.inflight.labelValues(stream).set(fragments);
    }

    public void connected(boolean is) {
        all.connected.labelValues(stream).set(is ? 1 : 0);
    }

    public void reconnect(boolean success) {
        all.reconnects.labelValues(stream, success ? "success" : "failure").inc();
    }

    public void backpressure(String action) {
        all.backpressure.labelValues(stream, action).inc();
    }

    public void syncDelta(double ms) {
        all.syncDelta.labelValues(stream).set(ms);
    }

    /** The sound of a segment was slewed. */
    public void syncCorrection() {
        all.syncCorrections.labelValues(stream).inc();
    }

    /** Segments that wait for playout. */
    public void waiting(int segments) {
        all.videoBuffer.labelValues(stream).set(segments);
        all.audioBuffer.labelValues(stream).set(segments);
    }

    /** State of a pipeline: 0 stopped, 1 running, 2 error. */
    public void pipeline(String pipeline, int state) {
        all.pipelineState.labelValues(stream, pipeline).set(state);
    }

    public void error(String type) {
        all.errors.labelValues(stream, type).inc();
    }

    /** The stream is over: nothing waits, nothing runs. */
    public void over() {
        inflight(0);
        connected(false);
        waiting(0);
        pipeline("input", 0);
        pipeline("output", 0);
    }
}
