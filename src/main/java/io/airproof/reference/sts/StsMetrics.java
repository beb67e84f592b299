package io.airproof.reference.sts;

import io.airproof.reference.sts.message.Failure;
import io.airproof.reference.sts.message.Messages;
import io.airproof.reference.sts.message.Outcome;
import io.airproof.reference.sts.message.Stage;
import io.airproof.reference.sts.message.StageTimings;
import io.airproof.reference.sts.wire.HttpReply;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is counted (contract 7, STS). Safe for all threads. */
final class StsMetrics {

    private static final double[] BUCKETS = {.5, 1, 2, 4, 8, 16};
    private static final double MS_PER_S = 1000.0;
    private static final String STREAM = "stream_id";
    private static final String NO_STAGE = "none";

    /** Series of a stream stay this long after its last session (contract 7: 60 s to 10 min). */
    private static final Duration MEMORY = Duration.ofMinutes(5);

    private record Presence(int sessions, Instant since) {
        static final Presence ONE = new Presence(1, Instant.EPOCH);

        Presence joined() {
            return new Presence(sessions + 1, since);
        }

        Presence left(Instant now) {
            return new Presence(sessions - 1, now);
        }
    }

    private final Map<String, Presence> streams = new ConcurrentHashMap<>();

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram processing = Histogram.builder()
            .name("sts_fragment_processing_seconds")
            .help("Time from the receipt of a fragment to its result")
            .classicOnly()
            .classicUpperBounds(BUCKETS)
            .labelNames("status", STREAM)
            .register(registry);
    private final Gauge inFlight = Gauge.builder()
            .name("sts_fragments_in_flight")
            .help("Accepted fragments without a result")
            .labelNames(STREAM)
            .register(registry);
    private final Counter errors = Counter.builder()
            .name("sts_fragment_errors_total")
            .help("Fragments that were refused or failed")
            .labelNames(STREAM, "stage", "error_code")
            .register(registry);
    private final Histogram asr = stage("sts_asr_duration_seconds", "Decoding and recognition per fragment");
    private final Histogram translation = stage("sts_translation_duration_seconds", "Translation per fragment");
    private final Histogram tts = stage("sts_tts_duration_seconds", "Speaking and encoding per fragment");
    private final Gauge sessions = Gauge.builder()
            .name("sts_sessions_active")
            .help("Sessions that have begun and not ended")
            .register(registry);

    private Histogram stage(String name, String help) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(BUCKETS)
                .register(registry);
    }

    void sessionBegan(String streamId) {
        sessions.inc();
        inFlight.labelValues(streamId).inc(0);
        streams.merge(streamId, Presence.ONE, (before, one) -> before.joined());
    }

    void sessionEnded(String streamId, int unanswered) {
        sessions.dec();
        inFlight.labelValues(streamId).dec(unanswered);
        streams.computeIfPresent(streamId, (id, presence) -> presence.left(Instant.now()));
    }

    int activeSessions() {
        return (int) sessions.get();
    }

    void accepted(String streamId) {
        inFlight.labelValues(streamId).inc();
    }

    void answered(String streamId, Outcome outcome, int processingMs, StageTimings timings) {
        inFlight.labelValues(streamId).dec();
        processing.labelValues(Messages.status(outcome), streamId).observe(processingMs / MS_PER_S);
        asr.observe(timings.asrMs() / MS_PER_S);
        translation.observe(timings.translationMs() / MS_PER_S);
        tts.observe(timings.ttsMs() / MS_PER_S);
        if (outcome instanceof Outcome.Failed failed) {
            Failure failure = failed.failure();
            String stage = failure.stage().map(Stage::wireName).orElse(NO_STAGE);
            errors.labelValues(streamId, stage, failure.code()).inc();
        }
    }

    void refused(String streamId, String code) {
        errors.labelValues(streamId, NO_STAGE, code).inc();
    }

    private void forgetEndedStreams() {
        Instant limit = Instant.now().minus(MEMORY);
        streams.forEach((id, presence) -> {
            if (presence.sessions() == 0 && presence.since().isBefore(limit) && streams.remove(id, presence)) {
                forget(id);
            }
        });
    }

    private void forget(String streamId) {
        inFlight.remove(streamId);
        errors.collect().getDataPoints().stream()
                .map(point -> point.getLabels())
                .filter(labels -> streamId.equals(labels.get(STREAM)))
                .forEach(labels -> errors.remove(streamId, labels.get("stage"), labels.get("error_code")));
        for (String status : new String[] {"success", "partial", "failed"}) {
            processing.remove(status, streamId);
        }
    }

    /** The page of {@code /metrics}. */
    HttpReply page() {
        forgetEndedStreams();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException("metrics could not be written to memory", impossible);
        }
        return new HttpReply(200, "text/plain; version=0.0.4; charset=utf-8", text.toString(StandardCharsets.UTF_8));
    }
}
