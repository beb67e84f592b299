package io.airproof.reference.media.sts;

import java.util.Base64;
import org.json.JSONObject;

/**
 * A segment's sound on its way to the STS (contract 4.4).
 *
 * @param id UUID
 * @param sequence number in the session, from 0
 * @param segment number of the segment in the stream
 * @param m4a the file; not to be changed
 * @param sampleRate in Hz, as in the file
 * @param channels as in the file
 * @param durationMs decoded length
 * @param ptsNanos stream time of its first sample
 */
@SuppressWarnings("ArrayRecordComponent")
public record Fragment(
        String id,
        int sequence,
        int segment,
        byte[] m4a,
        int sampleRate,
        int channels,
        long durationMs,
        long ptsNanos) {

    JSONObject toJson(String streamId) {
        JSONObject audio = new JSONObject()
                .put("format", "m4a")
                .put("sample_rate_hz", sampleRate)
                .put("channels", channels)
                .put("duration_ms", durationMs)
                .put("data_base64", Base64.getEncoder().encodeToString(m4a));
        return new JSONObject()
                .put("fragment_id", id)
                .put("stream_id", streamId)
                .put("sequence_number", sequence)
                .put("timestamp", System.currentTimeMillis())
                .put("audio", audio)
                .put("metadata", new JSONObject().put("pts_ns", ptsNanos).put("segment_number", segment));
    }
}
