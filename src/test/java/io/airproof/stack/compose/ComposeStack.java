package io.airproof.stack.compose;

import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.AwaitException;
import io.airproof.driver.wait.Look;
import io.airproof.evidence.NotRunHereException;
import io.airproof.stack.Deployments;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.ServiceProcess;
import io.airproof.stack.Stack;
import io.airproof.stack.StackStartException;
import io.airproof.stack.StartAttempt;
import io.airproof.stack.StsKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The stack as containers: the media project, the STS project, and a second STS project with the echo profile. */
public final class ComposeStack implements Stack {

    /** How messages and reports call this kind of stack. */
    static final String NAME = "compose";

    /** Where the media-service listens within its container. */
    private static final int SERVICE_PORT = 8080;

    private static final String SEGMENTS = "/segments";

    private static final String MEDIA_SERVICE = "media-service";

    /** Longest wait for a docker command that moves data or restarts something. */
    private static final Duration DOCKER = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(25);

    private final Projects projects;
    private final MediaPorts ports;
    private final Addresses addresses;
    private final Map<StsKind, Integer> stsPorts;
    private final Path runDir;
    private final List<Part> parts;
    private final Reapers reapers;
    private final Optional<ComposeDeployments> deployments;
    private final Beside beside;

    /** A project, when it was healthy, counted from the start of the first one, and its place in the order of starts. */
    record Part(ComposeProject project, Duration healthyAfter, int order) {}

    ComposeStack(
            Projects projects,
            MediaPorts ports,
            Addresses addresses,
            Map<StsKind, Integer> stsPorts,
            Path runDir,
            List<Part> parts,
            Reapers reapers,
            Optional<ComposeDeployments> deployments) {
        this.projects = projects;
        this.ports = ports;
        this.addresses = addresses;
        this.stsPorts = Map.copyOf(stsPorts);
        this.runDir = runDir;
        this.parts = List.copyOf(parts);
        this.reapers = reapers;
        this.deployments = deployments;
        this.beside = new Beside(projects, addresses);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public URI rtmp() {
        return addresses.published("rtmp", ports.rtmp());
    }

    @Override
    public URI rtsp() {
        return addresses.published("rtsp", ports.rtsp());
    }

    @Override
    public URI mediaMtxApi() {
        return addresses.published("http", ports.api());
    }

    @Override
    public URI mediaService() {
        return addresses.published("http", ports.service());
    }

    @Override
    public URI sts(StsKind kind) {
        Integer port = stsPorts.get(kind);
        if (port == null) {
            throw new NotRunHereException("asking an STS of the profile " + kind, name());
        }
        return addresses.published("http", port);
    }

    @Override
    public boolean has(StsKind kind) {
        return stsPorts.containsKey(kind);
    }

    @Override
    public boolean isTapped() {
        return addresses.tap().isPresent();
    }

    @Override
    public Optional<Deployments> deployments() {
        return deployments.map(all -> all);
    }

    @Override
    public Stack with(Map<String, String> settings) {
        Beside.Media media = beside.media(settings, stsPorts.getOrDefault(StsKind.DUBBING, 0));
        return new ComposeStack(
                projects,
                media.ports(),
                addresses,
                stsPorts,
                runDir,
                List.of(media.part()),
                media.reapers(),
                Optional.empty());
    }

    @Override
    public URI sts(StsKind kind, Map<String, String> settings) {
        return addresses.published("http", beside.sts(kind, settings));
    }

    @Override
    public StartAttempt attempt(Map<String, String> settings, Duration atMost) {
        return beside.refused(settings, atMost);
    }

    @Override
    public void restartMediaServer() {
        List<String> restart = List.of("restart", "--time", "0", container("mediamtx"));
        DockerCli.must(projects.docker().run(DOCKER, Map.of(), restart), DOCKER, "docker " + String.join(" ", restart));
        try {
            Await.until("the API of MediaMTX to answer again", ComposeProject.HEALTHY, LOOK, () -> {
                boolean there = Listening.at(addresses.publish(), ports.api());
                return new Look(there, there ? "it listens" : "nobody listens");
            });
        } catch (AwaitException e) {
            throw new StackStartException(String.valueOf(e.getMessage()), false);
        }
    }

    @Override
    public ServiceProcess mediaServiceProcess() {
        return new ContainerProcess(projects.docker(), container(MEDIA_SERVICE), SERVICE_PORT);
    }

    @Override
    public List<String> segmentFiles() {
        return projects.docker().lines("exec", container(MEDIA_SERVICE), "find", SEGMENTS, "-type", "f");
    }

    /** A copy of what is there now. */
    @Override
    public Path segments() {
        try {
            Path copy = Files.createTempDirectory(runDir, "segments-").toAbsolutePath();
            List<String> copying = List.of("cp", container(MEDIA_SERVICE) + ":" + SEGMENTS + "/.", copy.toString());
            DockerCli.must(
                    projects.docker().run(DOCKER, Map.of(), copying), DOCKER, "docker " + String.join(" ", copying));
            return copy;
        } catch (IOException e) {
            throw new StackStartException("The segment files cannot be copied to " + runDir + ": " + e, false);
        }
    }

    private String container(String service) {
        return parts.stream()
                .map(Part::project)
                .filter(project -> project.services().containsKey(service))
                .flatMap(project -> project.container(service).stream())
                .findFirst()
                .orElseThrow(() -> new StackStartException("the " + service + " has no container any more", false));
    }

    @Override
    public URI mediaMtxMetrics() {
        return addresses.published("http", ports.metrics());
    }

    @Override
    public Path runDir() {
        return runDir;
    }

    @Override
    public List<ServiceLog> logs() {
        return Stream.concat(
                        parts.stream().flatMap(part -> part.project().serviceLogs().stream()),
                        Stream.concat(deployments.stream().flatMap(all -> all.logs().stream()), beside.logs().stream()))
                .toList();
    }

    @Override
    public void close() {
        beside.close();
        deployments.ifPresent(ComposeDeployments::close);
        reapers.close();
    }
}
