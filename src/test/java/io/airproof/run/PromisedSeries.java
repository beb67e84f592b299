package io.airproof.run;

import io.airproof.driver.metrics.Exposition;
import io.airproof.driver.metrics.Exposition.Type;
import java.util.List;

/**
 * The series that the media-service promises (contract dubbing §7), as data.
 *
 * @param name full name, with the prefix
 * @param type gauge, counter or histogram
 * @param perStream whether a sample labelled with the {@code stream_id} must be there even when nothing happened;
 *     counters with a further label may be absent until their first event
 */
public record PromisedSeries(String name, Type type, boolean perStream) {

    private static final String PREFIX = "media_service_worker_";

    /** Every series of contract §7. */
    public static List<PromisedSeries> all() {
        return List.of(
                gauge("info_info", false),
                counter("segments_processed_total", true),
                counter("segments_bytes_total", true),
                counter("segments_output_total", true),
                counter("segments_dropped_total", false),
                counter("short_tails_total", true),
                counter("fallbacks_total", false),
                counter("sts_fragments_sent_total", true),
                counter("sts_fragments_processed_total", true),
                counter("sts_fragment_timeouts_total", true),
                counter("sts_fragments_lost_total", false),
                counter("sts_late_results_total", true),
                new PromisedSeries(PREFIX + "sts_processing_latency_seconds", Type.HISTOGRAM, true),
                gauge("sts_inflight_fragments", true),
                gauge("sts_connected", true),
                counter("sts_reconnects_total", false),
                gauge("circuit_breaker_state", true),
                counter("circuit_breaker_failures_total", true),
                counter("circuit_breaker_fallbacks_total", true),
                counter("backpressure_events_total", false),
                gauge("av_sync_delta_ms", true),
                counter("av_sync_corrections_total", true),
                gauge("av_buffer_video_size", true),
                gauge("av_buffer_audio_size", true),
                gauge("pipeline_state", true),
                counter("errors_total", false));
    }

    /** Whether a scrape has the series with its type and, where one must be there, a sample of the stream. */
    public boolean isIn(Exposition exposition, String streamId) {
        boolean announced =
                exposition.families().stream().anyMatch(family -> family.name().equals(name) && family.type() == type);
        String sample = type == Type.HISTOGRAM ? name + "_count" : name;
        return announced
                && (!perStream
                        || exposition.samples(sample).stream()
                                .anyMatch(
                                        found -> streamId.equals(found.labels().get("stream_id"))));
    }

    private static PromisedSeries gauge(String name, boolean perStream) {
        return new PromisedSeries(PREFIX + name, Type.GAUGE, perStream);
    }

    private static PromisedSeries counter(String name, boolean perStream) {
        return new PromisedSeries(PREFIX + name, Type.COUNTER, perStream);
    }
}
