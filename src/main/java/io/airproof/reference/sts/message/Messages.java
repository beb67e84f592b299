package io.airproof.reference.sts.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The bodies of what the STS sends. */
public final class Messages {

    private Messages() {}

    /** {@code stream:ready}. */
    public static ObjectNode ready(String streamId, UUID sessionId, int maxInflight) {
        ObjectNode body = Json.object()
                .put("stream_id", streamId)
                .put("session_id", sessionId.toString())
                .put("max_inflight", maxInflight);
        body.set("capabilities", Json.object().put("batch_processing", false).put("async_delivery", true));
        return body;
    }

    /** {@code fragment:ack} of a fragment that waits for its turn. */
    public static ObjectNode queued(String fragmentId, Instant at, int position, OptionalInt estimateMs) {
        ObjectNode body = Json.object()
                .put("fragment_id", fragmentId)
                .put("status", "queued")
                .put("timestamp", at.toEpochMilli())
                .put("queue_position", position);
        if (estimateMs.isPresent()) {
            return body.put("estimated_completion_ms", estimateMs.getAsInt());
        }
        return body.putNull("estimated_completion_ms");
    }

    /** {@code fragment:processed}. */
    public static ObjectNode processed(Fragment fragment, Outcome outcome, int processingMs) {
        ObjectNode body = Json.object()
                .put("fragment_id", fragment.fragmentId())
                .put("stream_id", fragment.streamId())
                .put("sequence_number", fragment.sequenceNumber())
                .put("status", status(outcome));
        if (outcome instanceof Outcome.Dubbed dubbed) {
            body.set("dubbed_audio", dubbed.audio().json());
            body.put("transcript", dubbed.transcript()).put("translated_text", dubbed.translation());
        } else if (outcome instanceof Outcome.Failed failed) {
            body.putNull("dubbed_audio")
                    .put("transcript", failed.transcript().orElse(null))
                    .put("translated_text", failed.translation().orElse(null));
        }
        body.put("processing_time_ms", processingMs);
        body.set("stage_timings", outcome.timings().within(processingMs).json());
        if (outcome instanceof Outcome.Dubbed dubbed) {
            body.putNull("error").set("metadata", dubbed.models().json());
        } else if (outcome instanceof Outcome.Failed failed) {
            body.set("error", failed.failure().json());
            failed.models()
                    .ifPresentOrElse(models -> body.set("metadata", models.json()), () -> body.putNull("metadata"));
        }
        return body;
    }

    /** {@code success}, {@code partial} or {@code failed}. */
    public static String status(Outcome outcome) {
        if (outcome instanceof Outcome.Dubbed dubbed) {
            return dubbed.partial() ? "partial" : "success";
        }
        return "failed";
    }

    /** {@code backpressure}. */
    public static ObjectNode backpressure(String streamId, LoadLevel level, int load, int held) {
        ObjectNode body = Json.object()
                .put("stream_id", streamId)
                .put("severity", level.severity())
                .put("action", level.action());
        level.recommendedDelay()
                .ifPresentOrElse(
                        delay -> body.put("recommended_delay_ms", delay.toMillis()),
                        () -> body.putNull("recommended_delay_ms"));
        return body.put("current_inflight", load).put("queue_depth", held);
    }

    /** {@code error}. */
    public static ObjectNode error(
            UUID errorId, Optional<String> streamId, Optional<String> fragmentId, ErrorCode code, String message) {
        return Json.object()
                .put("error_id", errorId.toString())
                .put("stream_id", streamId.orElse(null))
                .put("fragment_id", fragmentId.orElse(null))
                .put("code", code.name())
                .put("message", message)
                .put("severity", code.severity().wireName())
                .put("retryable", code.retryable())
                .putNull("metadata");
    }

    /** {@code stream:complete}. */
    public static ObjectNode complete(String streamId, Duration sinceReady, Totals totals) {
        ObjectNode body = Json.object()
                .put("stream_id", streamId)
                .put("total_fragments", totals.accepted())
                .put("total_duration_ms", sinceReady.toMillis());
        body.set(
                "statistics",
                Json.object()
                        .put("success_count", totals.success())
                        .put("partial_count", totals.partial())
                        .put("failed_count", totals.failed())
                        .put("avg_processing_time_ms", totals.averageMs())
                        .put("p95_processing_time_ms", totals.percentile95Ms())
                        .put("total_audio_duration_ms", totals.audioMs()));
        return body;
    }

    /** {@code config:error_simulation:ack}. */
    public static ObjectNode simulation(boolean accepted, int rules, String message) {
        return Json.object()
                .put("status", accepted ? "accepted" : "rejected")
                .put("rules_count", rules)
                .put("message", message);
    }

    /** {@code simulate:disconnect:ack}. */
    public static ObjectNode disconnect(Optional<Instant> at, String message) {
        ObjectNode body = Json.object().put("status", at.isPresent() ? "scheduled" : "rejected");
        at.ifPresentOrElse(
                time -> body.put("disconnect_at_ms", time.toEpochMilli()), () -> body.putNull("disconnect_at_ms"));
        return body.put("message", message);
    }
}
