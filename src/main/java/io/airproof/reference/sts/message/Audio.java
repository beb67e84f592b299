package io.airproof.reference.sts.message;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sound as it travels.
 *
 * @param sampleRate Hz
 * @param channels 1 or 2
 * @param durationMs ms, 0 to 60000
 * @param base64 the file, RFC 4648 with padding
 */
public record Audio(int sampleRate, int channels, int durationMs, String base64) {

    ObjectNode json() {
        return Json.object()
                .put("format", "m4a")
                .put("sample_rate_hz", sampleRate)
                .put("channels", channels)
                .put("duration_ms", durationMs)
                .put("data_base64", base64);
    }
}
