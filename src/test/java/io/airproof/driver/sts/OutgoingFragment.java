package io.airproof.driver.sts;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.json.JSONObject;

/**
 * The content of {@code fragment:data} (contract 4.4).
 *
 * @param fragmentId unique in the session
 * @param streamId the one of the session
 * @param sequenceNumber from 0, no holes
 * @param sampleRateHz as in the audio
 * @param channels as in the audio
 * @param durationMs decoded length ± 25 ms
 * @param dataBase64 M4A, RFC 4648 standard alphabet, padded
 * @param ptsNs stream time of the first sample
 */
public record OutgoingFragment(
        UUID fragmentId,
        String streamId,
        int sequenceNumber,
        int sampleRateHz,
        int channels,
        long durationMs,
        String dataBase64,
        long ptsNs) {

    /** The only audio format of the contract. */
    public static final String FORMAT = "m4a";

    /** A fragment with a new id, from the bytes of its audio file; its stream time is number times length. */
    public static OutgoingFragment of(
            String streamId, int sequenceNumber, byte[] audio, int sampleRateHz, int channels, long durationMs) {
        return new OutgoingFragment(
                UUID.randomUUID(),
                streamId,
                sequenceNumber,
                sampleRateHz,
                channels,
                durationMs,
                Base64.getEncoder().encodeToString(audio),
                sequenceNumber * durationMs * 1_000_000L);
    }

    /** As it is sent at {@code now}. */
    public JSONObject toJson(Instant now) {
        JSONObject audio = new JSONObject()
                .put("format", FORMAT)
                .put("sample_rate_hz", sampleRateHz)
                .put("channels", channels)
                .put("duration_ms", durationMs)
                .put("data_base64", dataBase64);
        return new JSONObject()
                .put("fragment_id", fragmentId.toString())
                .put("stream_id", streamId)
                .put("sequence_number", sequenceNumber)
                .put("timestamp", now.toEpochMilli())
                .put("audio", audio)
                .put("metadata", new JSONObject().put("pts_ns", ptsNs));
    }
}
