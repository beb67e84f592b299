package io.airproof.reference.sts.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environment of the process (contract 2.5), checked.
 *
 * @param profile {@code STS_PROFILE}, {@code dubbing} (default) or {@code echo}
 * @param host {@code HOST}, the address to bind
 * @param port {@code PORT}, 0 to 65535; 0 takes a free one
 * @param logLevel {@code LOG_LEVEL}, a level of the logging library
 * @param echoDelay {@code ECHO_PROCESSING_DELAY_MS}, 0 to 60000 ms
 * @param backpressureEvents {@code BACKPRESSURE_ENABLED}; the refusal of the 11th fragment stays either way
 * @param maxConnections {@code WS_MAX_CONNECTIONS}, 1 to 10000
 * @param maxMessageBytes {@code WS_MAX_BUFFER_SIZE}, 65536 bytes to 1 GiB
 * @param pingInterval {@code WS_PING_INTERVAL}, 1 to 3600 s
 * @param pingTimeout {@code WS_PING_TIMEOUT}, 1 to 3600 s
 * @param requestPatience {@code HTTP_REQUEST_TIMEOUT}, 1 to 3600 s for a whole HTTP request to arrive
 * @param autoDisconnectDelay {@code AUTO_DISCONNECT_DELAY}, 0 to 3600 s after {@code stream:complete}
 * @param maxPace {@code TTS_MAX_PACE}, per cent of its natural pace that the voice hurries to at most, 50 to 200
 * @param espeakNg {@code ESPEAK_NG_BIN}, path of the speech tool; otherwise found on {@code PATH}
 * @param apertium {@code APERTIUM_BIN}, path of the translation tool; otherwise found on {@code PATH}
 * @param apertiumModes {@code APERTIUM_MODES_DIR}, folder of its language pairs; otherwise found beside the tool
 * @param searchPath {@code PATH}
 */
public record StsSettings(
        Profile profile,
        String host,
        int port,
        String logLevel,
        Duration echoDelay,
        boolean backpressureEvents,
        int maxConnections,
        int maxMessageBytes,
        Duration pingInterval,
        Duration pingTimeout,
        Duration requestPatience,
        Duration autoDisconnectDelay,
        int maxPace,
        Optional<String> espeakNg,
        Optional<String> apertium,
        Optional<String> apertiumModes,
        String searchPath) {

    /** Bytes in one message unless {@code WS_MAX_BUFFER_SIZE} says otherwise (contract 2.5). */
    public static final int DEFAULT_MAX_MESSAGE_BYTES = 52_428_800;

    private static final int DEFAULT_MAX_PACE = 200;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_ECHO_DELAY_MS = 60_000;
    private static final int MAX_CONNECTIONS = 10_000;
    private static final int MAX_SECONDS = 3_600;
    private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

    /**
     * Reads and checks all variables.
     *
     * @throws SettingsException naming the first variable that cannot be used
     */
    public static StsSettings read(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        Profile profile = profile(environment);
        boolean echo = profile == Profile.ECHO;
        String host = environment
                .text("HOST")
                .or(() -> echo ? environment.text("ECHO_HOST") : Optional.empty())
                .orElse("0.0.0.0");
        String portVariable = echo
                        && environment.text("PORT").isEmpty()
                        && environment.text("ECHO_PORT").isPresent()
                ? "ECHO_PORT"
                : "PORT";
        return new StsSettings(
                profile,
                host,
                environment.integer(portVariable, 3000, 0, MAX_PORT),
                logLevel(environment),
                Duration.ofMillis(environment.integer("ECHO_PROCESSING_DELAY_MS", 0, 0, MAX_ECHO_DELAY_MS)),
                environment.flag("BACKPRESSURE_ENABLED", true),
                environment.integer("WS_MAX_CONNECTIONS", 10, 1, MAX_CONNECTIONS),
                environment.integer("WS_MAX_BUFFER_SIZE", DEFAULT_MAX_MESSAGE_BYTES, 1 << 16, 1 << 30),
                Duration.ofSeconds(environment.integer("WS_PING_INTERVAL", 25, 1, MAX_SECONDS)),
                Duration.ofSeconds(environment.integer("WS_PING_TIMEOUT", 10, 1, MAX_SECONDS)),
                Duration.ofSeconds(environment.integer("HTTP_REQUEST_TIMEOUT", 10, 1, MAX_SECONDS)),
                Duration.ofSeconds(environment.integer("AUTO_DISCONNECT_DELAY", 5, 0, MAX_SECONDS)),
                environment.integer("TTS_MAX_PACE", DEFAULT_MAX_PACE, 50, DEFAULT_MAX_PACE),
                environment.text("ESPEAK_NG_BIN"),
                environment.text("APERTIUM_BIN"),
                environment.text("APERTIUM_MODES_DIR"),
                environment.text("PATH").orElse("/usr/local/bin:/usr/bin:/bin"));
    }

    private static Profile profile(Environment environment) {
        return environment
                .text("STS_PROFILE")
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "dubbing" -> Profile.DUBBING;
                    case "echo" -> Profile.ECHO;
                    default -> throw new SettingsException("STS_PROFILE", value, "dubbing or echo");
                })
                .orElse(Profile.DUBBING);
    }

    private static String logLevel(Environment environment) {
        String level = environment.text("LOG_LEVEL").orElse("INFO").toUpperCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw new SettingsException("LOG_LEVEL", level, "one of TRACE, DEBUG, INFO, WARN, ERROR");
        }
        return level;
    }
}
