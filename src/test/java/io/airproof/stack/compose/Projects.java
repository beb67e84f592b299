package io.airproof.stack.compose;

import io.airproof.stack.StsKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the projects of a run: the same two files with other settings. */
final class Projects {

    static final String STS_SERVICE = "sts-service";
    static final List<String> MEDIA_SERVICES = List.of("mediamtx", "media-service");

    /** Streams and connections that the shared services allow: more than all scenarios of a run use. */
    private static final String PLENTY = "50";

    private final DockerCli docker;
    private final Images images;
    private final String tag;
    private final Path runDir;
    private final Addresses addresses;

    Projects(DockerCli docker, Images images, String tag, Path runDir, Addresses addresses) {
        this.docker = docker;
        this.images = images;
        this.tag = tag;
        this.runDir = runDir;
        this.addresses = addresses;
    }

    /**
     * An STS project.
     *
     * @param logName how its log is called
     * @param settings variables of the compose file that are not as usual
     */
    ComposeProject sts(Reapers reapers, StsKind kind, int port, String logName, Map<String, String> settings) {
        Map<String, String> env = new HashMap<>(common());
        env.put("STS_PORT", Integer.toString(port));
        env.put("STS_GATEWAY", addresses.gateway());
        env.put("STS_PROFILE", kind.name().toLowerCase(Locale.ROOT));
        env.put("WS_MAX_CONNECTIONS", PLENTY);
        env.putAll(settings);
        return reapers.keep(new ComposeProject(
                docker,
                "e2e-sts",
                images.composeFile("sts"),
                reapers.owner(logName),
                env,
                List.of(STS_SERVICE),
                logs(),
                Map.of(STS_SERVICE, logName)));
    }

    /**
     * A media project.
     *
     * @param sts what the media-service takes for its STS
     * @param suffix what distinguishes its logs; empty for the first
     * @param settings variables of the compose file that are not as usual
     */
    ComposeProject media(Reapers reapers, MediaPorts ports, String sts, String suffix, Map<String, String> settings) {
        Map<String, String> env = new HashMap<>(common());
        env.putAll(ports.variables());
        env.put("STS_SERVICE_URL", sts);
        env.put("WORKER_DOMAIN_HINTS", "numbers");
        env.put("WORKER_GRACE_PERIOD_S", "0");
        env.put("MAX_CONCURRENT_STREAMS", PLENTY);
        env.putAll(settings);
        return reapers.keep(new ComposeProject(
                docker,
                "e2e-media",
                images.composeFile("media"),
                reapers.owner("media" + suffix),
                env,
                MEDIA_SERVICES,
                logs(),
                Map.of("mediamtx", "mediamtx" + suffix, "media-service", "media-service" + suffix)));
    }

    /** Variables that both compose files need. */
    Map<String, String> common() {
        return Map.of("IMAGE_TAG", tag, "PUBLISH_ADDRESS", addresses.bind());
    }

    DockerCli docker() {
        return docker;
    }

    Images images() {
        return images;
    }

    Path logs() {
        return runDir.resolve("logs");
    }
}
