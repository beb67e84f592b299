package io.airproof.reference.media.settings;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the media-service runs; names, defaults and ranges are those of contract 2.4.
 *
 * @param host address to listen on
 * @param port HTTP port
 * @param logLevel least level that is logged
 * @param rtmp where sources are pulled from and outputs published to
 * @param sts the speech-to-speech service
 * @param trusted certificates that an STS behind TLS may have beside those that the platform trusts
 * @param speech what is asked of it
 * @param segmentLength length of a segment
 * @param segmentDir where segments are kept while they are needed
 * @param keepSegments whether they stay
 * @param stsTimeout longest wait for a result, and for a place to send a fragment
 * @param maxInflight most unanswered fragments
 * @param playoutReserve from the first decision to the first picture
 * @param gracePeriod how long a worker outlives its source
 * @param breakerThreshold failures in a row that open the circuit breaker
 * @param breakerTimeout how long it stays open
 * @param maxStreams most streams at once
 * @param reconnectBase first wait before the STS is tried again
 * @param retryBase first wait before source or output is tried again
 * @param pauseLimit longest pause that backpressure may ask for
 * @param skipSts no STS: original audio passes
 */
public record MediaSettings(
        String host,
        int port,
        String logLevel,
        String rtmp,
        URI sts,
        List<X509Certificate> trusted,
        Speech speech,
        Duration segmentLength,
        Path segmentDir,
        boolean keepSegments,
        Duration stsTimeout,
        int maxInflight,
        Duration playoutReserve,
        Duration gracePeriod,
        int breakerThreshold,
        Duration breakerTimeout,
        int maxStreams,
        Duration reconnectBase,
        Duration retryBase,
        Duration pauseLimit,
        boolean skipSts) {

    public MediaSettings {
        trusted = List.copyOf(trusted);
    }

    /**
     * What is asked of the STS.
     *
     * @param sourceLanguage language of the source
     * @param targetLanguage language of the dub
     * @param voice voice profile
     * @param hints vocabulary hints
     */
    public record Speech(String sourceLanguage, String targetLanguage, String voice, List<String> hints) {
        public Speech {
            hints = List.copyOf(hints);
        }
    }

    private static final int HIGHEST_PORT = 65_535;
    private static final int HOUR_MS = 3_600_000;

    /**
     * Reads all variables.
     *
     * @throws SettingsException naming the first one that has no usable value
     */
    public static MediaSettings from(Map<String, String> variables) {
        Environment env = new Environment(variables);
        String mediaMtx = env.text("MEDIAMTX_HOST", "mediamtx");
        URI sts = env.uri("STS_SERVICE_URL", "http://localhost:3000", List.of("http://", "https://"));
        return new MediaSettings(
                env.text("HOST", "0.0.0.0"),
                env.integer("PORT", 8080, 1, HIGHEST_PORT),
                level(env),
                env.url("MEDIAMTX_RTMP_URL", "rtmp://" + mediaMtx + ":1935", List.of("rtmp://")),
                sts,
                sts.getScheme().equals("https") ? env.certificates("SSL_CERT_FILE") : List.of(),
                speech(env),
                Duration.ofSeconds(env.integer("WORKER_SEGMENT_DURATION", 6, 1, 10)),
                Path.of(env.text("WORKER_SEGMENT_DIR", "/tmp/segments")),
                env.flag("WORKER_KEEP_SEGMENTS", false),
                Duration.ofMillis(env.integer("WORKER_STS_TIMEOUT_MS", 8000, 1000, 30_000)),
                env.integer("WORKER_MAX_INFLIGHT", 3, 1, 10),
                Duration.ofMillis(env.integer("WORKER_PLAYOUT_RESERVE_MS", 600, 0, 30_000)),
                Duration.ofSeconds(env.integer("WORKER_GRACE_PERIOD_S", 30, 0, 300)),
                env.integer("CIRCUIT_BREAKER_THRESHOLD", 5, 1, 1000),
                Duration.ofSeconds(env.integer("CIRCUIT_BREAKER_TIMEOUT", 30, 1, 3600)),
                env.integer("MAX_CONCURRENT_STREAMS", 10, 1, 100),
                Duration.ofMillis(env.integer("WORKER_RECONNECT_BASE_MS", 2000, 1, HOUR_MS)),
                Duration.ofMillis(env.integer("WORKER_RETRY_BASE_MS", 1000, 1, HOUR_MS)),
                Duration.ofSeconds(env.integer("WORKER_PAUSE_LIMIT_S", 30, 1, 3600)),
                env.flag("SKIP_STS_CONNECTION", false));
    }

    private static Speech speech(Environment env) {
        String hints = env.text("WORKER_DOMAIN_HINTS", "");
        return new Speech(
                env.text("WORKER_SOURCE_LANGUAGE", "en", 2, 10),
                env.text("WORKER_TARGET_LANGUAGE", "es", 2, 10),
                env.text("WORKER_VOICE_PROFILE", "default"),
                Arrays.stream(hints.split(","))
                        .map(String::strip)
                        .filter(hint -> !hint.isEmpty())
                        .toList());
    }

    private static String level(Environment env) {
        String level = env.text("LOG_LEVEL", "INFO").toUpperCase(java.util.Locale.ROOT);
        List<String> levels = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");
        if (!levels.contains(level)) {
            throw new SettingsException("LOG_LEVEL is \"%s\"; it has to be one of %s".formatted(level, levels));
        }
        return level;
    }
}
