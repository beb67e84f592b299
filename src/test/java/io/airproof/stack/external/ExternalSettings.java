package io.airproof.stack.external;

import io.airproof.stack.StackStartException;
import io.airproof.stack.StsKind;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a deployment says about itself.
 *
 * @param rtmp {@code mediamtx.rtmp}, such as rtmp://host:1935
 * @param rtsp {@code mediamtx.rtsp}, such as rtsp://host:8554
 * @param api {@code mediamtx.api}, such as http://host:9997
 * @param mediaService {@code media-service.url}
 * @param sts {@code sts.url} with the profile {@code sts.profile}, and {@code sts.echo.url} where there is one
 * @param tapListen {@code tap.listen}: where the deployment's STS_SERVICE_URL leads; empty where the tap is not between
 * @param gracePeriod {@code worker.grace-period-s}: how long a worker outlives its source, 30 s unless it says otherwise
 * @param powers what the suite may do with it, and what it tells of itself
 */
record ExternalSettings(
        URI rtmp,
        URI rtsp,
        URI api,
        URI mediaService,
        Map<StsKind, URI> sts,
        Optional<InetSocketAddress> tapListen,
        Duration gracePeriod,
        Powers powers) {

    private static final String STS_URL = "sts.url";
    private static final String STS_ECHO_URL = "sts.echo.url";
    private static final String STS_PROFILE = "sts.profile";
    private static final String TAP_LISTEN = "tap.listen";
    private static final String GRACE = "worker.grace-period-s";

    /** Default of WORKER_GRACE_PERIOD_S, and its greatest value (contract, section 2.4). */
    private static final int DEFAULT_GRACE_S = 30;

    private static final int GREATEST_GRACE_S = 300;

    private static final Map<String, String> SCHEMES = Map.of(
            "mediamtx.rtmp",
            "rtmp",
            "mediamtx.rtsp",
            "rtsp",
            "mediamtx.api",
            "http",
            "media-service.url",
            "http",
            STS_URL,
            "http");
    private static final Set<String> OPTIONAL = Set.of(STS_ECHO_URL, STS_PROFILE, TAP_LISTEN, GRACE, "known-defects");

    public ExternalSettings {
        sts = Map.copyOf(sts);
    }

    /**
     * Reads a file.
     *
     * @throws StackStartException naming everything that is missing, unknown or unreadable
     */
    static ExternalSettings read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StackStartException(
                    "-Dstack.file=" + file + " cannot be read: " + e + ". It names the addresses of a deployment: "
                            + needed(),
                    false);
        }
        return of(properties, file);
    }

    private static ExternalSettings of(Properties properties, Path file) {
        Set<String> missing = new TreeSet<>(SCHEMES.keySet());
        missing.removeAll(properties.stringPropertyNames());
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(SCHEMES.keySet());
        unknown.removeAll(OPTIONAL);
        unknown.removeIf(Powers::isPower);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new StackStartException(
                    file + (missing.isEmpty() ? "" : " lacks " + missing)
                            + (unknown.isEmpty() ? "" : " has " + unknown + ", which nobody reads") + ". Needed: "
                            + needed() + "; optional: " + new TreeSet<>(OPTIONAL)
                            + ", media-service.env.<NAME>, power.restart-mediamtx, log.<service>.",
                    false);
        }
        Settings settings = new Settings(properties, file);
        Map<StsKind, URI> sts = new EnumMap<>(StsKind.class);
        sts.put(settings.profile(), settings.address(STS_URL, "http"));
        if (properties.containsKey(STS_ECHO_URL)) {
            sts.put(StsKind.ECHO, settings.address(STS_ECHO_URL, "http"));
        }
        return new ExternalSettings(
                settings.address("mediamtx.rtmp", "rtmp"),
                settings.address("mediamtx.rtsp", "rtsp"),
                settings.address("mediamtx.api", "http"),
                settings.address("media-service.url", "http"),
                sts,
                settings.text(TAP_LISTEN).map(text -> settings.listen(text)),
                settings.grace(),
                Powers.of(properties));
    }

    private static List<String> needed() {
        return SCHEMES.keySet().stream().sorted().collect(Collectors.toList());
    }

    /** Values of the file, each read with a message of its own. */
    private record Settings(Properties properties, Path file) {

        Optional<String> text(String name) {
            return Optional.ofNullable(properties.getProperty(name))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        URI address(String name, String scheme) {
            String text = text(name).orElse("");
            try {
                URI address = URI.create(text);
                if (scheme.equals(address.getScheme()) && address.getHost() != null && address.getPort() > 0) {
                    return URI.create(scheme + "://" + address.getAuthority());
                }
            } catch (IllegalArgumentException e) {
                // Said below, like every other address that is none.
            }
            throw wrong(name, text, scheme + "://host:port");
        }

        StsKind profile() {
            String text = text(STS_PROFILE).orElse("dubbing");
            return switch (text) {
                case "dubbing" -> StsKind.DUBBING;
                case "echo" -> StsKind.ECHO;
                default -> throw wrong(STS_PROFILE, text, "dubbing or echo");
            };
        }

        InetSocketAddress listen(String text) {
            int colon = text.lastIndexOf(':');
            try {
                return new InetSocketAddress(
                        text.substring(0, Math.max(0, colon)), Integer.parseInt(text.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                throw wrong(TAP_LISTEN, text, "host:port");
            }
        }

        Duration grace() {
            String text = text(GRACE).orElse(Integer.toString(DEFAULT_GRACE_S));
            try {
                int seconds = Integer.parseInt(text);
                if (seconds >= 0 && seconds <= GREATEST_GRACE_S) {
                    return Duration.ofSeconds(seconds);
                }
            } catch (NumberFormatException e) {
                // Said below, like a number that is out of range.
            }
            throw wrong(GRACE, text, "a number of seconds from 0 to " + GREATEST_GRACE_S);
        }

        private StackStartException wrong(String name, String value, String expected) {
            return new StackStartException(
                    file + ": " + name + " is \"" + value + "\", but must be " + expected + ".", false);
        }
    }
}
