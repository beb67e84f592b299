package io.airproof.reference.media.sts;

import java.util.Locale;
import java.util.Set;
import org.json.JSONObject;

/**
 * What the STS says went wrong, in an {@code error} event or in a result (contract 4.10).
 *
 * @param code in upper case; empty if there was none
 * @param message for people
 * @param fragmentId the fragment it is about; empty if it is about none
 * @param retryable whether another try might succeed: as told, else as the table says, else yes (contract 6.2)
 */
public record StsFailure(String code, String message, String fragmentId, boolean retryable) {

    private static final Set<String> NOT_RETRYABLE = Set.of(
            "AUTH_FAILED",
            "STREAM_NOT_FOUND",
            "INVALID_CONFIG",
            "UNSUPPORTED_LANGUAGE",
            "INVALID_VOICE_PROFILE",
            "MALFORMED_DATA",
            "FRAGMENT_TOO_LARGE",
            "INVALID_SEQUENCE",
            "INVALID_AUDIO_FORMAT",
            "ASR_FAILED",
            "TTS_SYNTHESIS_FAILED",
            "DURATION_MISMATCH_EXCEEDED");

    private static final Set<String> SESSION_GONE = Set.of("STREAM_NOT_FOUND", "STREAM_NOT_READY");
    private static final Set<String> LIKE_A_PAUSE = Set.of("BACKPRESSURE_EXCEEDED", "STREAM_PAUSED");

    static StsFailure of(JSONObject body) {
        String code = body.optString("code").toUpperCase(Locale.ROOT);
        return new StsFailure(
                code,
                body.optString("message"),
                body.isNull("fragment_id") ? "" : body.optString("fragment_id"),
                body.opt("retryable") instanceof Boolean told ? told : !NOT_RETRYABLE.contains(code));
    }

    /** The STS does not know the session (contract 6.4). */
    public boolean sessionGone() {
        return SESSION_GONE.contains(code);
    }

    /** It asks for a pause (contract 6.3). */
    public boolean asksForPause() {
        return LIKE_A_PAUSE.contains(code);
    }
}
