package io.airproof.reference.media.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The series of contract section 7. Each stream has a {@link StreamMetrics} of its own that writes them. */
public final class MediaMetrics {

    /** The content type that Prometheus expects. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String PREFIX = "media_service_worker_";

    /** Contract section 7: series of an ended stream stay 60 s to 10 min. */
    private static final Duration SERIES_STAY = Duration.ofMinutes(2);

    final Afterlife afterlife = new Afterlife(SERIES_STAY);

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final String version;

    final Counter segmentsProcessed = counter("segments_processed", "segments cut", "type");
    final Counter segmentsBytes = counter("segments_bytes", "bytes of the segments cut", "type");
    final Counter segmentsOutput = counter("segments_output", "segments published", "audio");
    final Counter segmentsDropped = counter("segments_dropped", "segments never published", "type", "reason");
    final Counter shortTails = counter("short_tails", "tails under 1 s");
    final Counter fallbacks = counter("fallbacks", "segments with original audio", "reason");
    final Counter fragmentsSent = counter("sts_fragments_sent", "fragment:data sent");
    final Counter fragmentsProcessed =
            counter("sts_fragments_processed", "results matched to a fragment in flight", "status");
    final Counter fragmentTimeouts = counter("sts_fragment_timeouts", "no result in time");
    final Counter fragmentsLost = counter("sts_fragments_lost", "in flight at a loss, or refused", "reason");
    final Counter lateResults = counter("sts_late_results", "results nobody waited for");
    final Histogram latency = Histogram.builder()
            .name(PREFIX + "sts_processing_latency_seconds")
            .help("fragment sent to result")
            .classicOnly()
            .classicUpperBounds(0.5, 1, 2, 3, 4, 5, 6, 8, 10, 15)
            .labelNames("stream_id")
            .register(registry);
    final Gauge inflight = gauge("sts_inflight_fragments", "fragments without result");
    final Gauge connected = gauge("sts_connected", "1 while there is a session");
    final Counter reconnects = counter("sts_reconnects", "tries after a loss", "outcome");
    final Gauge breakerState = gauge("circuit_breaker_state", "0 closed, 1 half-open, 2 open");
    final Counter breakerFailures = counter("circuit_breaker_failures", "counted failures");
    final Counter breakerFallbacks = counter("circuit_breaker_fallbacks", "fallbacks while open");
    final Counter backpressure = counter("backpressure_events", "events received", "action");
    final Gauge syncDelta = gauge("av_sync_delta_ms", "absolute content offset of the last published segment");
    final Counter syncCorrections = counter("av_sync_corrections", "slew steps");
    final Gauge videoBuffer = gauge("av_buffer_video_size", "segments waiting for playout");
    final Gauge audioBuffer = gauge("av_buffer_audio_size", "segments waiting for playout");
    final Gauge pipelineState = gauge("pipeline_state", "0 stopped, 1 running, 2 error", "pipeline");
    final Counter errors = counter("errors", "errors", "error_type");

    public MediaMetrics(String version) {
        this.version = version;
    }

    /** The scrape. */
    public byte[] scrape() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        // The library reserves names that end in _info; the contract has one.
        text.writeBytes("""
                # HELP media_service_worker_info_info process information
                # TYPE media_service_worker_info_info gauge
                media_service_worker_info_info{version="%s"} 1
                """.formatted(version).getBytes(StandardCharsets.UTF_8));
        PrometheusTextFormatWriter.create().write(text, registry.scrape());
        return text.toByteArray();
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(PREFIX + name + "_total")
                .help(help)
                .labelNames(withStream(labels))
                .register(registry);
    }

    private Gauge gauge(String name, String help, String... labels) {
        return Gauge.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(withStream(labels))
                .register(registry);
    }

    private static String[] withStream(String... labels) {
        List<String> all = new java.util.ArrayList<>(List.of("stream_id"));
        all.addAll(List.of(labels));
        return all.toArray(String[]::new);
    }
}
