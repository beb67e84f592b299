package io.airproof.reference.sts.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A checked {@code stream:init} (contract 4.3).
 *
 * @param streamId 1 to 64 of {@code A–Z a–z 0–9 _ -}
 * @param workerId the same
 * @param sourceLanguage as given, {@code en} or a variant
 * @param targetLanguage as given, {@code es} or a variant
 * @param voiceProfile a known voice
 * @param chunkDuration 100 to 10000 ms
 * @param sampleRate 8000 to 96000 Hz
 * @param channels 1 or 2
 * @param domainHints words about what is spoken of, such as {@code numbers}
 * @param maxInflight 1 to 10 fragments
 * @param timeout 1000 to 30000 ms for the work on one fragment
 */
public record StreamInit(
        String streamId,
        String workerId,
        String sourceLanguage,
        String targetLanguage,
        String voiceProfile,
        Duration chunkDuration,
        int sampleRate,
        int channels,
        List<String> domainHints,
        int maxInflight,
        Duration timeout) {

    /** Takes a copy of the hints. */
    public StreamInit {
        domainHints = List.copyOf(domainHints);
    }

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String ID_RULE = "1 to 64 of A-Z a-z 0-9 _ -";
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_-]{2,10}");
    private static final String LANGUAGE_RULE = "a language tag of 2 to 10 characters";
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final String VOICE = "default";
    private static final String SOURCE = "en";
    private static final String TARGET = "es";

    /**
     * Reads and checks an init.
     *
     * @throws Refusal {@code INVALID_CONFIG}, {@code UNSUPPORTED_LANGUAGE} or {@code INVALID_VOICE_PROFILE}
     */
    public static StreamInit read(JsonNode body) throws Refusal {
        Fields fields = new Fields(body, "", ErrorCode.INVALID_CONFIG);
        String streamId = fields.requiredText("stream_id", ID, ID_RULE);
        String workerId = fields.requiredText("worker_id", ID, ID_RULE);
        Fields config = fields.requiredObject("config");
        StreamInit init = new StreamInit(
                streamId,
                workerId,
                config.text("source_language", LANGUAGE, LANGUAGE_RULE).orElse(SOURCE),
                config.text("target_language", LANGUAGE, LANGUAGE_RULE).orElse(TARGET),
                config.text("voice_profile", ANY, "a string").orElse(VOICE),
                Duration.ofMillis(
                        config.integer("chunk_duration_ms", 100, 10_000).orElse(6_000L)),
                Math.toIntExact(config.integer("sample_rate_hz", 8_000, 96_000).orElse(48_000L)),
                Math.toIntExact(config.integer("channels", 1, 2).orElse(1L)),
                config.texts("domain_hints"),
                Math.toIntExact(fields.integer("max_inflight", 1, 10).orElse(3L)),
                Duration.ofMillis(fields.integer("timeout_ms", 1_000, 30_000).orElse(8_000L)));
        config.text("format", Pattern.compile("m4a"), "m4a, the only format there is");
        init.checkOffer();
        return init;
    }

    private void checkOffer() throws Refusal {
        if (!primary(sourceLanguage).equals(SOURCE) || !primary(targetLanguage).equals(TARGET)) {
            throw new Refusal(
                    ErrorCode.UNSUPPORTED_LANGUAGE,
                    "from " + sourceLanguage + " to " + targetLanguage + " is not offered; from " + SOURCE + " to "
                            + TARGET + " is");
        }
        if (!voiceProfile.equals(VOICE)) {
            throw new Refusal(
                    ErrorCode.INVALID_VOICE_PROFILE,
                    "config.voice_profile \"" + voiceProfile + "\" is unknown; the only voice is " + VOICE);
        }
    }

    private static String primary(String language) {
        return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
