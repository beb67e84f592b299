package io.airproof.driver.sts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.json.JSONObject;

/** The rules for a fragment that a worker sends (contract 4.4); pure. */
public final class SentFragmentContract {

    /** The sending time in a fragment may be off by this much (DUB-068). */
    public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private static final int MIN_RATE_HZ = 8_000;
    private static final int MAX_RATE_HZ = 96_000;
    private static final int MAX_CHANNELS = 2;
    private static final int MAX_LENGTH_MS = 60_000;

    private SentFragmentContract() {}

    /**
     * Checks a fragment.
     *
     * @param fragment the body of {@code fragment:data}
     * @param seenAt when it passed the tap
     * @return what is wrong, nothing if all is well
     */
    public static List<Violation> faults(JSONObject fragment, Instant seenAt) {
        Findings findings = Findings.in(fragment);
        findings.uuid("fragment_id");
        findings.filled("stream_id");
        findings.integer("sequence_number", 0, Integer.MAX_VALUE);
        OptionalLong sent = findings.integer("timestamp", 1, Long.MAX_VALUE);
        sent.ifPresent(ms -> {
            Duration off = Duration.between(Instant.ofEpochMilli(ms), seenAt);
            if (off.abs().compareTo(CLOCK_TOLERANCE) > 0) {
                findings.add("timestamp", "is " + off.toMillis() + " ms before the fragment was seen");
            }
        });
        findings.object("audio").ifPresent(audio -> {
            audio.oneOf("format", "m4a");
            audio.integer("sample_rate_hz", MIN_RATE_HZ, MAX_RATE_HZ);
            audio.integer("channels", 1, MAX_CHANNELS);
            audio.integer("duration_ms", 0, MAX_LENGTH_MS);
            audio.filled("data_base64")
                    .filter(text -> text.length() > FragmentContract.MAX_BASE64)
                    .ifPresent(text -> audio.add("data_base64", "has " + text.length() + " characters"));
        });
        findings.object("metadata").ifPresent(metadata -> {
            metadata.integer("pts_ns", 0, Long.MAX_VALUE);
            metadata.integer("segment_number", 0, Integer.MAX_VALUE);
        });
        return findings.all();
    }
}
