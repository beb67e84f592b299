package io.airproof.driver.sts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.json.JSONObject;

/** The rules for the answers to a fragment, dubbing profile (contract 4.5, 4.6, 4.10); pure. */
public final class FragmentContract {

    /** Most characters of audio in base64: 10 MiB (contract 4.4). */
    public static final int MAX_BASE64 = 13_981_016;

    /** Variance of the length up to which a dub is a success, in percent (contract 4.6). */
    public static final double SUCCESS_PERCENT = 10;

    /** Variance of the length up to which a dub is partial, in percent (contract 4.6). */
    public static final double PARTIAL_PERCENT = 20;

    /** Declared and decoded lengths may differ by this much (contract 4.4). */
    private static final long LENGTH_TOLERANCE_MS = 25;

    /** A stated percentage may be rounded, and rest on lengths that are off by the tolerance. */
    private static final double PERCENT_TOLERANCE = 1;

    private static final long MAX_AUDIO_MS = 60_000;
    private static final int BRAND_AT = 4;
    private static final byte[] FTYP = "ftyp".getBytes(StandardCharsets.US_ASCII);

    /** Codes that may stand in a result, and whether they are retryable (contract 4.10). */
    private static final Map<String, Boolean> CODES = Map.ofEntries(
            Map.entry("QUEUE_FULL", true),
            Map.entry("RATE_LIMIT", true),
            Map.entry("TIMEOUT", true),
            Map.entry("MODEL_ERROR", true),
            Map.entry("GPU_OOM", true),
            Map.entry("PROCESSING_ERROR", true),
            Map.entry("INVALID_AUDIO_FORMAT", false),
            Map.entry("ASR_FAILED", false),
            Map.entry("TRANSLATION_FAILED", true),
            Map.entry("TRANSLATION_API_UNAVAILABLE", true),
            Map.entry("RATE_LIMIT_EXCEEDED", true),
            Map.entry("TTS_SYNTHESIS_FAILED", false),
            Map.entry("DURATION_MISMATCH_EXCEEDED", false));

    private FragmentContract() {}

    /**
     * Checks the acknowledgement of an STS.
     *
     * @param ack the body of {@code fragment:ack}
     * @param fragment the body of the {@code fragment:data} it is for
     * @return what is wrong, nothing if all is well
     */
    public static List<Violation> queued(JSONObject ack, JSONObject fragment) {
        Findings findings = Findings.in(ack);
        findings.copied("fragment_id", fragment);
        findings.oneOf("status", "queued");
        findings.integer("timestamp", 1, Long.MAX_VALUE);
        findings.integer("queue_position", 0, Integer.MAX_VALUE);
        findings.present("estimated_completion_ms");
        if (!findings.isNull("estimated_completion_ms")) {
            findings.integer("estimated_completion_ms", 0, Long.MAX_VALUE);
        }
        return findings.all();
    }

    /**
     * Checks a result.
     *
     * @param result the body of {@code fragment:processed}
     * @param fragment the body of the {@code fragment:data} it is for
     * @return what is wrong, nothing if all is well
     */
    public static List<Violation> processed(JSONObject result, JSONObject fragment) {
        Findings findings = Findings.in(result);
        findings.copied("fragment_id", fragment);
        findings.copied("stream_id", fragment);
        findings.copied("sequence_number", fragment);
        Optional<String> status = findings.oneOf("status", "success", "partial", "failed");
        OptionalLong took = findings.integer("processing_time_ms", 0, Long.MAX_VALUE);
        timings(findings, took);
        if (status.filter("failed"::equals).isPresent()) {
            failed(findings);
        } else if (status.isPresent()) {
            dubbed(findings, fragment, status.get());
        }
        return findings.all();
    }

    private static void timings(Findings findings, OptionalLong took) {
        findings.object("stage_timings").ifPresent(stages -> {
            long sum = 0;
            for (String stage : new String[] {"asr_ms", "translation_ms", "tts_ms"}) {
                sum += stages.integer(stage, 0, Long.MAX_VALUE).orElse(0);
            }
            if (took.isPresent() && sum > took.getAsLong()) {
                findings.add("stage_timings", "add up to " + sum + " ms, more than processing_time_ms");
            }
        });
    }

    private static void failed(Findings findings) {
        findings.mustBeNull("dubbed_audio");
        for (String text : new String[] {"transcript", "translated_text"}) {
            findings.present(text);
            if (!findings.isNull(text)) {
                findings.text(text);
            }
        }
        findings.present("metadata");
        if (!findings.isNull("metadata")) {
            findings.object("metadata");
        }
        findings.object("error").ifPresent(error -> {
            Optional<String> code = error.filled("code");
            error.filled("message");
            error.present("stage");
            if (!error.isNull("stage")) {
                error.oneOf("stage", "asr", "translation", "tts", "pipeline");
            }
            Optional<Boolean> retryable = error.flag("retryable");
            code.filter(name -> !CODES.containsKey(name))
                    .ifPresent(name -> error.add("code", "is " + name + ", which no result may have"));
            Optional<Boolean> wanted = code.flatMap(name -> Optional.ofNullable(CODES.get(name)));
            if (retryable.isPresent() && wanted.isPresent() && !retryable.equals(wanted)) {
                error.add("retryable", "is " + retryable.get() + ", but " + wanted.get() + " for " + code.get());
            }
        });
    }

    private static void dubbed(Findings findings, JSONObject fragment, String status) {
        findings.mustBeNull("error");
        findings.text("transcript");
        findings.text("translated_text");
        OptionalLong length = findings.object("dubbed_audio")
                .map(audio -> audio(audio, fragment))
                .orElse(OptionalLong.empty());
        findings.object("metadata").ifPresent(metadata -> metadata(metadata, fragment, length, status));
    }

    private static OptionalLong audio(Findings audio, JSONObject fragment) {
        audio.oneOf("format", OutgoingFragment.FORMAT);
        audio.integer("sample_rate_hz", 8_000, 96_000);
        audio.integer("channels", 1, 2);
        OptionalLong length = audio.integer("duration_ms", 0, MAX_AUDIO_MS);
        audio.filled("data_base64")
                .filter(data -> !data.equals(source(fragment).optString("data_base64")))
                .ifPresent(data -> bytes(audio, data));
        return length;
    }

    private static void bytes(Findings audio, String data) {
        if (data.length() > MAX_BASE64) {
            audio.add("data_base64", "has " + data.length() + " characters, more than " + MAX_BASE64);
        }
        if (data.length() % 4 != 0) {
            audio.add("data_base64", "is not padded to a multiple of 4 characters");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(data);
            int end = BRAND_AT + FTYP.length;
            if (bytes.length < end || !Arrays.equals(bytes, BRAND_AT, end, FTYP, 0, FTYP.length)) {
                audio.add("data_base64", "is no MP4 (bytes 4–7 are not ftyp)");
            }
        } catch (IllegalArgumentException e) {
            audio.add("data_base64", "is no base64 of the standard alphabet without line breaks: " + e.getMessage());
        }
    }

    private static void metadata(Findings metadata, JSONObject fragment, OptionalLong length, String status) {
        metadata.filled("asr_model");
        metadata.filled("translation_model");
        metadata.filled("tts_model");
        OptionalLong original = metadata.integer("original_duration_ms", 0, MAX_AUDIO_MS);
        OptionalLong dubbed = metadata.integer("dubbed_duration_ms", 0, MAX_AUDIO_MS);
        double stated = metadata.number("duration_variance_percent", -100, Double.MAX_VALUE)
                .orElse(0);
        boolean high = metadata.flag("duration_variance_high").orElse(status.equals("partial"));
        metadata.number("speed_ratio", 0.5, 2);
        differs(metadata, "original_duration_ms", original, source(fragment).optLong("duration_ms"));
        length.ifPresent(declared -> differs(metadata, "dubbed_duration_ms", dubbed, declared));
        if (high != status.equals("partial")) {
            metadata.add("duration_variance_high", "is " + high + " in a result with status " + status);
        }
        if (original.isEmpty() || dubbed.isEmpty() || original.getAsLong() == 0) {
            return;
        }
        double percent = 100.0 * Math.abs(dubbed.getAsLong() - original.getAsLong()) / original.getAsLong();
        if (Math.abs(Math.abs(stated) - percent) > PERCENT_TOLERANCE) {
            metadata.add("duration_variance_percent", "is " + stated + ", but the lengths differ by " + percent);
        }
        boolean success = status.equals("success");
        if (success && percent > SUCCESS_PERCENT) {
            metadata.add("dubbed_duration_ms", "is off by " + percent + " %, too much for success");
        } else if (!success && (percent <= SUCCESS_PERCENT || percent > PARTIAL_PERCENT)) {
            metadata.add("dubbed_duration_ms", "is off by " + percent + " %, partial is over 10 to 20 %");
        }
    }

    private static void differs(Findings metadata, String member, OptionalLong found, long wanted) {
        if (found.isPresent() && Math.abs(found.getAsLong() - wanted) > LENGTH_TOLERANCE_MS) {
            metadata.add(member, "is " + found.getAsLong() + ", but the audio is said to last " + wanted + " ms");
        }
    }

    private static JSONObject source(JSONObject fragment) {
        return Optional.ofNullable(fragment.optJSONObject("audio")).orElseGet(JSONObject::new);
    }
}
