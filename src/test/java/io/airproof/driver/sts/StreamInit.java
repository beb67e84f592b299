package io.airproof.driver.sts;

import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * The content of {@code stream:init} (contract 4.3).
 *
 * @param streamId 1–64 of A–Z a–z 0–9 _ -
 * @param workerId the same
 * @param sourceLanguage 2–10 characters
 * @param targetLanguage 2–10 characters
 * @param voiceProfile name of a voice
 * @param chunkDurationMs 100–10000
 * @param sampleRateHz 8000–96000
 * @param channels 1–2
 * @param domainHints words on what is spoken of
 * @param maxInflight 1–10
 * @param timeoutMs 1000–30000
 */
public record StreamInit(
        String streamId,
        String workerId,
        String sourceLanguage,
        String targetLanguage,
        String voiceProfile,
        int chunkDurationMs,
        int sampleRateHz,
        int channels,
        List<String> domainHints,
        int maxInflight,
        int timeoutMs) {

    public StreamInit {
        domainHints = List.copyOf(domainHints);
    }

    /** English to Spanish, mono at 48 kHz, with the defaults of the contract and 30 s per fragment. */
    public static StreamInit of(String streamId) {
        return new StreamInit(
                streamId, "worker-" + streamId, "en", "es", "default", 6000, 48_000, 1, List.of(), 3, 30_000);
    }

    /** The same with another sound. */
    public StreamInit sound(int rateHz, int channelCount) {
        return new StreamInit(
                streamId,
                workerId,
                sourceLanguage,
                targetLanguage,
                voiceProfile,
                chunkDurationMs,
                rateHz,
                channelCount,
                domainHints,
                maxInflight,
                timeoutMs);
    }

    /** The same with other hints. */
    public StreamInit hints(String... hints) {
        return new StreamInit(
                streamId,
                workerId,
                sourceLanguage,
                targetLanguage,
                voiceProfile,
                chunkDurationMs,
                sampleRateHz,
                channels,
                List.of(hints),
                maxInflight,
                timeoutMs);
    }

    /** The same with another promise of how many fragments are in flight. */
    public StreamInit inflight(int most) {
        return new StreamInit(
                streamId,
                workerId,
                sourceLanguage,
                targetLanguage,
                voiceProfile,
                chunkDurationMs,
                sampleRateHz,
                channels,
                domainHints,
                most,
                timeoutMs);
    }

    /** The same with another limit for the work on a fragment. */
    public StreamInit timeout(int milliseconds) {
        return new StreamInit(
                streamId,
                workerId,
                sourceLanguage,
                targetLanguage,
                voiceProfile,
                chunkDurationMs,
                sampleRateHz,
                channels,
                domainHints,
                maxInflight,
                milliseconds);
    }

    /** As it is sent. */
    public JSONObject toJson() {
        JSONObject config = new JSONObject()
                .put("source_language", sourceLanguage)
                .put("target_language", targetLanguage)
                .put("voice_profile", voiceProfile)
                .put("chunk_duration_ms", chunkDurationMs)
                .put("sample_rate_hz", sampleRateHz)
                .put("channels", channels)
                .put("format", OutgoingFragment.FORMAT)
                .put("domain_hints", new JSONArray(domainHints));
        return new JSONObject()
                .put("stream_id", streamId)
                .put("worker_id", workerId)
                .put("config", config)
                .put("max_inflight", maxInflight)
                .put("timeout_ms", timeoutMs);
    }
}
