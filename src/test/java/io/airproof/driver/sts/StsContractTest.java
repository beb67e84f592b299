package io.airproof.driver.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class StsContractTest {

    private static final byte[] M4A = "\0\0\0 ftypM4A dubbed!".getBytes(StandardCharsets.ISO_8859_1);
    private static final StreamInit INIT = StreamInit.of("s1");
    private static final JSONObject FRAGMENT =
            OutgoingFragment.of("s1", 3, new byte[] {1, 2, 3}, 48_000, 2, 6000).toJson(Instant.EPOCH);

    @Test
    void goodAnswersPass() {
        assertThat(StreamReadyContract.check(ready(), INIT)).isEmpty();
        assertThat(FragmentContract.queued(ack(), FRAGMENT)).isEmpty();
        assertThat(FragmentContract.queued(ack().put("estimated_completion_ms", 900), FRAGMENT))
                .isEmpty();
        assertThat(FragmentContract.processed(success(), FRAGMENT)).isEmpty();
        assertThat(FragmentContract.processed(failure(), FRAGMENT)).isEmpty();
        assertThat(FragmentContract.processed(partial(), FRAGMENT)).isEmpty();
    }

    @Test
    void theOriginalAudioPassesInWhateverContainerItCame() {
        JSONObject silent = success().put("transcript", "").put("translated_text", "");
        audio(silent).put("data_base64", FRAGMENT.getJSONObject("audio").getString("data_base64"));
        assertThat(FragmentContract.processed(silent, FRAGMENT)).isEmpty();
    }

    @ParameterizedTest(name = "ready: {0}")
    @MethodSource
    void badReady(String member, Consumer<JSONObject> damage) {
        JSONObject ready = ready();
        damage.accept(ready);
        names(StreamReadyContract.check(ready, INIT), member);
    }

    static Stream<Arguments> badReady() {
        return Stream.of(
                bad("stream_id", json -> json.put("stream_id", "s2")),
                bad("session_id", json -> json.put("session_id", "1234")),
                bad("session_id", json -> json.put("session_id", "1-1-1-1-1")),
                bad("max_inflight", json -> json.put("max_inflight", 4)),
                bad("max_inflight", json -> json.put("max_inflight", 0)),
                bad("max_inflight", json -> json.put("max_inflight", "3")),
                bad("capabilities", json -> json.remove("capabilities")),
                bad("capabilities", json -> json.put("capabilities", List.of())),
                bad("capabilities.batch_processing", json -> json.getJSONObject("capabilities")
                        .put("batch_processing", true)),
                bad("capabilities.async_delivery", json -> json.getJSONObject("capabilities")
                        .remove("async_delivery")));
    }

    @ParameterizedTest(name = "ack: {0}")
    @MethodSource
    void badAck(String member, Consumer<JSONObject> damage) {
        JSONObject ack = ack();
        damage.accept(ack);
        names(FragmentContract.queued(ack, FRAGMENT), member);
    }

    static Stream<Arguments> badAck() {
        return Stream.of(
                bad("fragment_id", json -> json.put("fragment_id", "other")),
                bad("status", json -> json.put("status", "received")),
                bad("timestamp", json -> json.put("timestamp", "now")),
                bad("queue_position", json -> json.put("queue_position", -1)),
                bad("queue_position", json -> json.put("queue_position", 1.5)),
                bad("estimated_completion_ms", json -> json.remove("estimated_completion_ms")),
                bad("estimated_completion_ms", json -> json.put("estimated_completion_ms", "soon")));
    }

    @ParameterizedTest(name = "success: {0}")
    @MethodSource
    void badSuccess(String member, Consumer<JSONObject> damage) {
        JSONObject result = success();
        damage.accept(result);
        names(FragmentContract.processed(result, FRAGMENT), member);
    }

    static Stream<Arguments> badSuccess() {
        return Stream.of(
                bad("fragment_id", json -> json.put("fragment_id", "other")),
                bad("stream_id", json -> json.remove("stream_id")),
                bad("sequence_number", json -> json.put("sequence_number", 4)),
                bad("status", json -> json.put("status", "done")),
                bad("transcript", json -> json.put("transcript", JSONObject.NULL)),
                bad("translated_text", json -> json.put("translated_text", 7)),
                bad("error", json -> json.remove("error")),
                bad("error", json -> json.put("error", new JSONObject())),
                bad("processing_time_ms", json -> json.put("processing_time_ms", -1)),
                bad("stage_timings", json -> json.put("processing_time_ms", 5)),
                bad("stage_timings.asr_ms", json -> json.getJSONObject("stage_timings")
                        .put("asr_ms", 1.5)),
                bad("stage_timings.tts_ms", json -> json.getJSONObject("stage_timings")
                        .remove("tts_ms")),
                bad("dubbed_audio", json -> json.put("dubbed_audio", JSONObject.NULL)),
                bad("dubbed_audio.format", json -> audio(json).put("format", "wav")),
                bad("dubbed_audio.sample_rate_hz", json -> audio(json).put("sample_rate_hz", 7_999)),
                bad("dubbed_audio.channels", json -> audio(json).put("channels", 3)),
                bad("dubbed_audio.duration_ms", json -> audio(json).put("duration_ms", 60_001)),
                bad("dubbed_audio.data_base64", json -> audio(json).put("data_base64", "")),
                bad("dubbed_audio.data_base64", json -> audio(json).put("data_base64", "AAAA")),
                bad("dubbed_audio.data_base64", json -> audio(json).put("data_base64", base64().replace("=", ""))),
                bad("dubbed_audio.data_base64", json -> audio(json).put("data_base64", "\n" + base64())),
                bad("dubbed_audio.data_base64", json -> audio(json)
                        .put("data_base64", "A".repeat(FragmentContract.MAX_BASE64 + 4))),
                bad("metadata", json -> json.put("metadata", JSONObject.NULL)),
                bad("metadata.asr_model", json -> metadata(json).put("asr_model", "")),
                bad("metadata.translation_model", json -> metadata(json).remove("translation_model")),
                bad("metadata.tts_model", json -> metadata(json).put("tts_model", 1)),
                bad("metadata.original_duration_ms", json -> metadata(json).put("original_duration_ms", 5_900)),
                bad("metadata.dubbed_duration_ms", json -> metadata(json).put("dubbed_duration_ms", 6_100)),
                bad("metadata.dubbed_duration_ms", json -> length(json, 6_700, 11.67)),
                bad("metadata.duration_variance_percent", json -> metadata(json).put("duration_variance_percent", 8)),
                bad("metadata.duration_variance_high", json -> metadata(json).put("duration_variance_high", true)),
                bad("metadata.speed_ratio", json -> metadata(json).put("speed_ratio", 2.1)));
    }

    @ParameterizedTest(name = "partial: {0}")
    @MethodSource
    void badPartial(String member, Consumer<JSONObject> damage) {
        JSONObject result = partial();
        damage.accept(result);
        names(FragmentContract.processed(result, FRAGMENT), member);
    }

    static Stream<Arguments> badPartial() {
        return Stream.of(
                bad("metadata.duration_variance_high", json -> metadata(json).put("duration_variance_high", false)),
                bad("metadata.dubbed_duration_ms", json -> length(json, 6_060, 1)),
                bad("metadata.dubbed_duration_ms", json -> length(json, 7_300, 21.7)));
    }

    @ParameterizedTest(name = "failed: {0}")
    @MethodSource
    void badFailure(String member, Consumer<JSONObject> damage) {
        JSONObject result = failure();
        damage.accept(result);
        names(FragmentContract.processed(result, FRAGMENT), member);
    }

    static Stream<Arguments> badFailure() {
        return Stream.of(
                bad("dubbed_audio", json -> json.put("dubbed_audio", new JSONObject())),
                bad("transcript", json -> json.put("transcript", 1)),
                bad("translated_text", json -> json.remove("translated_text")),
                bad("metadata", json -> json.put("metadata", "none")),
                bad("error", json -> json.put("error", JSONObject.NULL)),
                bad("error.code", json -> json.getJSONObject("error").put("code", "WHATEVER")),
                bad("error.message", json -> json.getJSONObject("error").put("message", "")),
                bad("error.stage", json -> json.getJSONObject("error").put("stage", "mixing")),
                bad("error.stage", json -> json.getJSONObject("error").remove("stage")),
                bad("error.retryable", json -> json.getJSONObject("error").put("retryable", false)),
                bad("error.retryable", json -> json.getJSONObject("error").put("retryable", "yes")));
    }

    private static Arguments bad(String member, Consumer<JSONObject> damage) {
        return Arguments.of(member, damage);
    }

    private static void names(List<Violation> violations, String member) {
        assertThat(violations).extracting(Violation::member).contains(member);
    }

    private static JSONObject ready() {
        return new JSONObject("""
                {"stream_id":"s1","session_id":"6a2f41a3-c54c-4f05-9b2e-0e1f6d2e5a11","max_inflight":3,
                 "capabilities":{"batch_processing":false,"async_delivery":true}}""");
    }

    private static JSONObject ack() {
        return new JSONObject("""
                {"status":"queued","timestamp":1760000000000,"queue_position":0,"estimated_completion_ms":null}""").put("fragment_id", FRAGMENT.getString("fragment_id"));
    }

    private static JSONObject success() {
        JSONObject result = new JSONObject("""
                {"stream_id":"s1","sequence_number":3,"status":"success","transcript":"one","translated_text":"uno",
                 "processing_time_ms":900,"stage_timings":{"asr_ms":500,"translation_ms":100,"tts_ms":300},"error":null,
                 "dubbed_audio":{"format":"m4a","sample_rate_hz":48000,"channels":2,"duration_ms":6000},
                 "metadata":{"asr_model":"a","translation_model":"b","tts_model":"c","original_duration_ms":6000,
                 "dubbed_duration_ms":6000,"duration_variance_percent":0.0,"duration_variance_high":false,
                 "speed_ratio":1.0}}""").put("fragment_id", FRAGMENT.getString("fragment_id"));
        audio(result).put("data_base64", base64());
        return result;
    }

    private static JSONObject partial() {
        JSONObject result = success().put("status", "partial");
        metadata(result).put("duration_variance_high", true);
        length(result, 6_900, 15);
        return result;
    }

    private static JSONObject failure() {
        return new JSONObject("""
                {"stream_id":"s1","sequence_number":3,"status":"failed","transcript":null,"translated_text":null,
                 "processing_time_ms":900,"stage_timings":{"asr_ms":0,"translation_ms":0,"tts_ms":0},
                 "error":{"code":"TIMEOUT","message":"too long","stage":null,"retryable":true},
                 "dubbed_audio":null,"metadata":null}""").put("fragment_id", FRAGMENT.getString("fragment_id"));
    }

    private static String base64() {
        return Base64.getEncoder().encodeToString(M4A);
    }

    private static JSONObject audio(JSONObject result) {
        return result.getJSONObject("dubbed_audio");
    }

    private static JSONObject metadata(JSONObject result) {
        return result.getJSONObject("metadata");
    }

    private static void length(JSONObject result, int ms, double percent) {
        audio(result).put("duration_ms", ms);
        metadata(result).put("dubbed_duration_ms", ms).put("duration_variance_percent", percent);
    }
}
