package io.airproof.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings of the media-service that differ from those of the shared one (contract dubbing §2.4).
 *
 * @param variables environment variables by name
 * @param line to the media server
 * @param door of the STS
 */
public record ServiceSettings(Map<String, String> variables, Line line, Door door) {

    /** How the media-service comes to the STS. */
    public enum Door {
        /** In the clear. */
        PLAIN,
        /** By TLS, with a certificate that it is told to trust. */
        TLS,
        /** By TLS, with a certificate that nobody knows. */
        UNKNOWN_TLS
    }

    /** How the media-service reaches the media server. */
    public enum Line {
        /** Straight. */
        DIRECT,
        /** Through a relay that records what is asked and told, and can break it. */
        RELAYED
    }

    /** Those of the shared media-service. */
    public static final ServiceSettings STANDARD = new ServiceSettings(Map.of(), Line.DIRECT, Door.PLAIN);

    private static final Duration USUAL_STS_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration USUAL_SEGMENT = Duration.ofSeconds(6);

    public ServiceSettings {
        variables = Map.copyOf(variables);
    }

    /** The same with one more. */
    public ServiceSettings with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(variable, value);
        return new ServiceSettings(more, line, door);
    }

    /** The same with a relay before the media server. */
    public ServiceSettings relayed() {
        return new ServiceSettings(variables, Line.RELAYED, door);
    }

    /** The same with another way to the STS. */
    public ServiceSettings through(Door other) {
        return new ServiceSettings(variables, line, other);
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
        Stream<String> settings = new TreeMap<>(variables)
                .entrySet().stream()
                        .map(entry -> entry.getKey()
                                        .replace("WORKER_", "")
                                        .replace('_', ' ')
                                        .toLowerCase(Locale.ROOT)
                                + " " + entry.getValue());
        Stream<String> ways = Stream.of(
                        line == Line.RELAYED ? "relayed" : "",
                        switch (door) {
                            case PLAIN -> "";
                            case TLS -> "STS behind TLS";
                            case UNKNOWN_TLS -> "STS behind unknown TLS";
                        })
                .filter(one -> !one.isEmpty());
        return Stream.concat(ways, settings).collect(Collectors.joining(", "));
    }
}
