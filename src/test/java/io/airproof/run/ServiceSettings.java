package io.airproof.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings of the media-service that differ from those of the shared one (contract dubbing §2.4).
 *
 * @param variables environment variables by name
 */
public record ServiceSettings(Map<String, String> variables) {

    /** Those of the shared media-service. */
    public static final ServiceSettings STANDARD = new ServiceSettings(Map.of());

    private static final Duration USUAL_STS_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration USUAL_SEGMENT = Duration.ofSeconds(6);

    public ServiceSettings {
        variables = Map.copyOf(variables);
    }

    /** The same with one more. */
    public ServiceSettings with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(variable, value);
        return new ServiceSettings(more);
    }

    /** Longest wait for a result. */
    public Duration stsTimeout() {
        return Optional.ofNullable(variables.get("WORKER_STS_TIMEOUT_MS"))
                .map(Long::parseLong)
                .map(Duration::ofMillis)
                .orElse(USUAL_STS_TIMEOUT);
    }

    /** Length of a segment. */
    public Duration segmentLength() {
        return Optional.ofNullable(variables.get("WORKER_SEGMENT_DURATION"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds)
                .orElse(USUAL_SEGMENT);
    }

    /** For people: "segment duration 2, sts timeout ms 3000"; empty text for the standard. */
    String label() {
        return new TreeMap<>(variables)
                .entrySet().stream()
                        .map(entry -> entry.getKey()
                                        .replace("WORKER_", "")
                                        .replace('_', ' ')
                                        .toLowerCase(java.util.Locale.ROOT)
                                + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
