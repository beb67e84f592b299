package io.airproof.world;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Lines at WARN or above that a scenario may leave in the logs: only under the conditions that provoke them. A programme
 * that nothing disturbs may leave none (contract dubbing §9).
 */
enum ExpectedLine {
    FRAGMENT_TIMEOUT(
            "fragment_timeout",
            "a result that does not come in time is missed",
            "never answers|no answer to|results of"),
    BREAKER(
            "breaker",
            "so many failures in a row open the breaker",
            "never answers|circuit breaker timeout|MODEL_ERROR for( \\d+){5}"),
    STS_ERROR("sts_error", "the STS says what is wrong", "refuses"),
    SESSION_LOST("session_lost", "the STS has forgotten the session", "STREAM_NOT_FOUND refuses"),
    STS_LOST(
            "sts_lost",
            "the connection to the STS ends, or never begins",
            "link reset|STS goes away|STS absent|no stream:ready|unknown TLS"),
    STS_UNREACHABLE("sts_unreachable", "the STS is away for good", "STS goes away|unknown TLS"),
    OUTPUT_BROKEN(
            "output_broken",
            "the media server throws out who publishes the output, or is gone itself",
            "output thrown out|media server restarts"),
    SOURCE_MISSED("source_missed", "the source is gone without a word", "source lost|media server restarts"),
    SOURCE_LOST("source_lost", "the source is gone without a word, and does not come back", "source lost"),
    DUB_UNUSABLE("dub_unusable", "a dub is no audio", "broken dub for"),
    SOUND_BROKEN("sound_broken", "packets of sound are damaged", "damaged"),
    NO_AUDIO_TRACK("no_audio_track", "the source has no sound", "without sound(?! from)"),
    NO_VIDEO_TRACK("no_video_track", "the source has no picture", "without picture"),
    UNSUPPORTED_CODEC("unsupported_codec", "the source is in another codec", "coded in"),
    HOOK("hook", "nobody is there to answer a hook", "nobody answers hooks|media-service ended");

    private final String event;
    private final String reason;
    private final Pattern conditions;

    ExpectedLine(String event, String reason, String conditions) {
        this.event = event;
        this.reason = reason;
        this.conditions = Pattern.compile(conditions);
    }

    /**
     * Whether a line is expected.
     *
     * @param event of the line
     * @param conditions of the programme or stream, in words
     */
    static boolean isExpected(String event, String conditions) {
        return Arrays.stream(values())
                .anyMatch(line -> line.event.equals(event)
                        && line.conditions.matcher(conditions).find());
    }

    @Override
    public String toString() {
        return event + ": " + reason;
    }
}
