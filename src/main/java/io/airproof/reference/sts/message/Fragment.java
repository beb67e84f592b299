package io.airproof.reference.sts.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A checked {@code fragment:data} (contract 4.4).
 *
 * @param fragmentId UUID as sent
 * @param streamId the stream of the session
 * @param sequenceNumber from 0
 * @param audio the sound; its base64 is decodable
 */
public record Fragment(String fragmentId, String streamId, int sequenceNumber, Audio audio) {

    /** Characters of base64 for 10 MiB (contract 4.4). */
    public static final int MAX_BASE64_CHARACTERS = 13_981_016;

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final long MAX_TIMESTAMP_MS = 253_402_300_799_999L;

    /**
     * Checks the size only, before anything else is read.
     *
     * @throws Refusal {@code FRAGMENT_TOO_LARGE}
     */
    public static void checkSize(JsonNode body) throws Refusal {
        JsonNode data = body.path("audio").path("data_base64");
        int length = data.isTextual() ? data.textValue().length() : 0;
        if (length > MAX_BASE64_CHARACTERS) {
            throw new Refusal(
                    ErrorCode.FRAGMENT_TOO_LARGE,
                    "audio.data_base64 has " + length + " characters, but at most " + MAX_BASE64_CHARACTERS
                            + " (10 MiB) are taken");
        }
    }

    /**
     * Reads and checks a fragment of a stream.
     *
     * @throws Refusal {@code MALFORMED_DATA}
     */
    public static Fragment read(JsonNode body, String streamOfSession) throws Refusal {
        Fields fields = new Fields(body, "", ErrorCode.MALFORMED_DATA);
        String fragmentId = fields.requiredText("fragment_id", UUID, "a UUID");
        String streamId = fields.requiredText(
                "stream_id", Pattern.compile(Pattern.quote(streamOfSession)), "\"" + streamOfSession + "\"");
        int number = Math.toIntExact(fields.requiredInteger("sequence_number", 0, Integer.MAX_VALUE));
        fields.requiredInteger("timestamp", 0, MAX_TIMESTAMP_MS);
        Fields audio = fields.requiredObject("audio");
        audio.text("format", Pattern.compile("m4a"), "m4a, the only format there is");
        int rate = Math.toIntExact(audio.requiredInteger("sample_rate_hz", 8_000, 96_000));
        int channels = Math.toIntExact(audio.requiredInteger("channels", 1, 2));
        int duration = Math.toIntExact(audio.requiredInteger("duration_ms", 0, 60_000));
        String base64 = audio.requiredText("data_base64", ANY, "base64");
        checkBase64(base64);
        Optional<Fields> metadata = fields.object("metadata");
        if (metadata.isPresent()) {
            metadata.get().integer("pts_ns", Long.MIN_VALUE, Long.MAX_VALUE);
        }
        return new Fragment(fragmentId, streamId, number, new Audio(rate, channels, duration, base64));
    }

    private static void checkBase64(String base64) throws Refusal {
        String rule = "audio.data_base64 must be padded standard base64 without line breaks";
        if (base64.isEmpty() || base64.length() % 4 != 0) {
            throw new Refusal(
                    ErrorCode.MALFORMED_DATA, rule + ", but has " + base64.length() + " characters, no multiple of 4");
        }
        try {
            Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException undecodable) {
            throw new Refusal(ErrorCode.MALFORMED_DATA, rule + ": " + undecodable.getMessage());
        }
    }

    /** The file in the fragment. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(audio.base64());
    }
}
