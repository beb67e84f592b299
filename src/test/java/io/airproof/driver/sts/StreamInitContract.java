package io.airproof.driver.sts;

import io.airproof.media.AacForm;
import java.util.List;
import org.json.JSONObject;

/** What a worker's {@code stream:init} has to be (contract dubbing §4.3): every field there, and true. */
public final class StreamInitContract {

    private static final int MOST_IN_FLIGHT = 10;
    private static final int SHORTEST_TIMEOUT_MS = 1_000;
    private static final int LONGEST_TIMEOUT_MS = 30_000;
    private static final int SHORTEST_CHUNK_MS = 100;
    private static final int LONGEST_CHUNK_MS = 10_000;
    private static final int SHORTEST_LANGUAGE = 2;
    private static final int LONGEST_LANGUAGE = 10;
    private static final int MOST_CHANNELS = 2;

    private StreamInitContract() {}

    /**
     * What is wrong with it.
     *
     * @param streamId the stream it is about
     * @param source the form of the source's sound; more than two channels are sent as two
     */
    public static List<Violation> faults(JSONObject init, String streamId, AacForm source) {
        Findings found = Findings.in(init);
        found.oneOf("stream_id", streamId);
        found.oneOf("worker_id", "worker-" + streamId);
        found.integer("max_inflight", 1, MOST_IN_FLIGHT);
        found.integer("timeout_ms", SHORTEST_TIMEOUT_MS, LONGEST_TIMEOUT_MS);
        found.object("config").ifPresent(config -> {
            language("source_language", config);
            language("target_language", config);
            config.filled("voice_profile");
            config.integer("chunk_duration_ms", SHORTEST_CHUNK_MS, LONGEST_CHUNK_MS);
            config.integer("sample_rate_hz", source.sampleRate(), source.sampleRate());
            int channels = Math.min(MOST_CHANNELS, source.channels());
            config.integer("channels", channels, channels);
            config.oneOf("format", OutgoingFragment.FORMAT);
            config.present("domain_hints");
        });
        return found.all();
    }

    private static void language(String member, Findings config) {
        config.filled(member)
                .filter(code -> code.length() < SHORTEST_LANGUAGE || code.length() > LONGEST_LANGUAGE)
                .ifPresent(code -> config.add(member, "has " + code.length() + " characters, 2 to 10 are promised"));
    }
}
