package io.airproof.reference.media.sts;

import java.util.Base64;
import java.util.Optional;
import org.json.JSONObject;

/**
 * What the STS answered to a fragment (contract 4.6), as far as the worker needs it.
 *
 * @param fragmentId the fragment
 * @param status {@code success}, {@code partial} or {@code failed}
 * @param audio the dub's file, if there is one and its base64 is sound
 * @param hasAudio whether there was a dub at all
 * @param failure why there is no dub
 */
public record Result(
        String fragmentId, String status, Optional<byte[]> audio, boolean hasAudio, Optional<StsFailure> failure) {

    public static Result of(JSONObject body) {
        Optional<String> base64 = Optional.ofNullable(body.optJSONObject("dubbed_audio"))
                .map(audio -> audio.optString("data_base64"))
                .filter(text -> !text.isEmpty());
        return new Result(
                body.optString("fragment_id"),
                body.optString("status"),
                base64.flatMap(Result::decode),
                base64.isPresent(),
                Optional.ofNullable(body.optJSONObject("error")).map(StsFailure::of));
    }

    /** A dub was promised. */
    public boolean succeeded() {
        return status.equals("success") || status.equals("partial");
    }

    /** Whether it counts against the STS (contract 6.2): another try might succeed. A failure without a word does. */
    public boolean countsAgainstSts() {
        return !succeeded() && failure.map(StsFailure::retryable).orElse(true);
    }

    /** The fallback that a failure leads to: a time-out of the STS is one of ours. */
    public String fallbackReason() {
        return failure.map(StsFailure::code).filter("TIMEOUT"::equals).isPresent() ? "timeout" : "sts_error";
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
