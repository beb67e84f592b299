package io.airproof.driver.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Consumer;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

class SentFragmentContractTest {

    private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_000L);

    private static JSONObject fragment() {
        return new JSONObject()
                .put("fragment_id", "8d9a5c1e-3f57-4f4e-9a94-6b0d6a4b8a10")
                .put("stream_id", "s")
                .put("sequence_number", 0)
                .put("timestamp", AT.toEpochMilli())
                .put(
                        "audio",
                        new JSONObject()
                                .put("format", "m4a")
                                .put("sample_rate_hz", 48_000)
                                .put("channels", 2)
                                .put("duration_ms", 6_000)
                                .put("data_base64", "AAAA"))
                .put("metadata", new JSONObject().put("pts_ns", 0).put("segment_number", 0));
    }

    private static void isRefused(Consumer<JSONObject> damage, String member) {
        JSONObject fragment = fragment();
        damage.accept(fragment);
        assertThat(SentFragmentContract.faults(fragment, AT))
                .singleElement()
                .extracting(Violation::member)
                .isEqualTo(member);
    }

    @Test
    void a_fragment_as_promised_has_no_fault() {
        assertThat(SentFragmentContract.faults(fragment(), AT.plusMillis(3))).isEmpty();
    }

    @Test
    void each_broken_rule_is_named() {
        isRefused(fragment -> fragment.put("fragment_id", "1"), "fragment_id");
        isRefused(fragment -> fragment.put("timestamp", AT.toEpochMilli() / 1000), "timestamp");
        isRefused(fragment -> fragment.remove("metadata"), "metadata");
        isRefused(fragment -> fragment.getJSONObject("audio").put("format", "adts"), "audio.format");
        isRefused(fragment -> fragment.getJSONObject("audio").put("channels", 6), "audio.channels");
        isRefused(fragment -> fragment.getJSONObject("metadata").put("pts_ns", -1), "metadata.pts_ns");
    }
}
