package io.airproof.reference.media.sts;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.json.JSONObject;

/**
 * What the STS answered to a fragment (contract 4.6), as far as the worker needs it.
 *
 * @param fragmentId the fragment
 * @param status {@code success}, {@code partial} or {@code failed}
 * @param audio the dub's file, if there is one and its base64 is sound
 * @param hasAudio whether there was a dub at all
 * @param errorCode of a failure
 */
public record Result(
        String fragmentId, String status, Optional<byte[]> audio, boolean hasAudio, Optional<String> errorCode) {

    public static Result of(JSONObject body) {
        Optional<String> base64 = Optional.ofNullable(body.optJSONObject("dubbed_audio"))
                .map(audio -> audio.optString("data_base64"))
                .filter(text -> !text.isEmpty());
        Optional<String> code = Optional.ofNullable(body.optJSONObject("error")).map(error -> error.optString("code"));
        return new Result(
                body.optString("fragment_id"),
                body.optString("status"),
                base64.flatMap(Result::decode),
                base64.isPresent(),
                code);
    }

    /** A dub was promised. */
    public boolean succeeded() {
        return status.equals("success") || status.equals("partial");
    }

    /** The fallback that a failure leads to: a time-out of the STS is one of ours. */
    public String fallbackReason() {
        return errorCode
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .filter("TIMEOUT"::equals)
                        .isPresent()
                ? "timeout"
                : "sts_error";
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
