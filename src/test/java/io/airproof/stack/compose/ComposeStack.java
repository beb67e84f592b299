package io.airproof.stack.compose;

import io.airproof.evidence.NotRunHereException;
import io.airproof.process.FreePorts;
import io.airproof.stack.Deployments;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.Stack;
import io.airproof.stack.StackStartException;
import io.airproof.stack.StsKind;
import io.airproof.stack.provision.Progress;
import io.airproof.stack.provision.Toolbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * The stack as containers: the media project, the STS project, and a second STS project with the echo profile. Both STS
 * are started first, side by side, then the media project; each when the one before is healthy.
 */
public final class ComposeStack implements Stack {

    /** Tries with new ports, when somebody took one between its choice and its use. */
    private static final int TRIES = 3;

    private final MediaPorts ports;
    private final Addresses addresses;
    private final Map<StsKind, Integer> stsPorts;
    private final Path runDir;
    private final List<Part> parts;
    private final Reapers reapers;
    private final Optional<ComposeDeployments> deployments;

    /** A project, when it was healthy, counted from the start of the first one, and its place in the order of starts. */
    record Part(ComposeProject project, Duration healthyAfter, int order) {}

    private ComposeStack(
            MediaPorts ports,
            Addresses addresses,
            Map<StsKind, Integer> stsPorts,
            Path runDir,
            List<Part> parts,
            Reapers reapers,
            Optional<ComposeDeployments> deployments) {
        this.ports = ports;
        this.addresses = addresses;
        this.stsPorts = Map.copyOf(stsPorts);
        this.runDir = runDir;
        this.parts = List.copyOf(parts);
        this.reapers = reapers;
        this.deployments = deployments;
    }

    /**
     * Builds the images that are missing and starts all projects; returns when every container is healthy.
     *
     * @param runDir a folder of this run alone; logs go to its "logs" folder
     * @param addresses how containers and the suite reach each other
     * @throws StackStartException when that fails; nothing of it runs then
     */
    public static ComposeStack start(Toolbox tools, Path runDir, Addresses addresses, Progress progress) {
        Engine engine = Engine.ofThisMachine();
        engine.hindrance().ifPresent(why -> {
            throw new StackStartException(why, false);
        });
        try {
            Path directory = Files.createDirectories(runDir).toAbsolutePath();
            Reaper.sweep(engine.docker(), progress);
            Images images = new Images(engine.docker(), tools, progress);
            String tag = images.make(Files.createDirectories(directory.resolve("images")));
            Projects projects = new Projects(engine.docker(), images, tag, directory, addresses);
            for (int attempt = 1; ; attempt++) {
                try {
                    return start(projects, directory, addresses);
                } catch (StackStartException e) {
                    if (!e.portTaken() || attempt == TRIES) {
                        throw e;
                    }
                    progress.say("a port was taken by somebody else while the stack started: trying other ports");
                }
            }
        } catch (IOException e) {
            throw new StackStartException("The stack cannot be prepared in " + runDir + ": " + e, false);
        }
    }

    private static ComposeStack start(Projects projects, Path runDir, Addresses addresses) {
        List<Integer> free = FreePorts.pick(2);
        Map<StsKind, Integer> stsPorts = Map.of(StsKind.DUBBING, free.get(0), StsKind.ECHO, free.get(1));
        return launch(projects, runDir, addresses, MediaPorts.free(), stsPorts, "");
    }

    /**
     * Starts a deployment: the STS first.
     *
     * @param stsPorts the profiles that it has, with their ports; dubbing at least
     * @param suffix what distinguishes its logs; empty for the first
     */
    static ComposeStack launch(
            Projects projects,
            Path runDir,
            Addresses addresses,
            MediaPorts ports,
            Map<StsKind, Integer> stsPorts,
            String suffix) {
        Reapers reapers = new Reapers(projects);
        Instant from = Instant.now();
        try {
            List<CompletableFuture<Part>> sts = stsPorts.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(one -> {
                        String name = "sts-" + one.getKey().name().toLowerCase(Locale.ROOT) + suffix;
                        return OwnThread.start(
                                () -> run(projects.sts(reapers, one.getKey(), one.getValue(), name), from, 0));
                    })
                    .toList();
            CompletableFuture.allOf(sts.toArray(CompletableFuture[]::new)).join();
            String stsForWorkers = addresses.stsForWorkers(stsPorts.getOrDefault(StsKind.DUBBING, 0));
            List<Part> parts =
                    new ArrayList<>(sts.stream().map(CompletableFuture::join).toList());
            parts.add(run(projects.media(reapers, ports, stsForWorkers, suffix), from, 1));
            Optional<ComposeDeployments> deployments = suffix.isEmpty()
                    ? Optional.of(new ComposeDeployments(projects, List.copyOf(parts), addresses, runDir))
                    : Optional.empty();
            return new ComposeStack(ports, addresses, stsPorts, runDir, parts, reapers, deployments);
        } catch (RuntimeException e) {
            reapers.close();
            throw e instanceof CompletionException wrapped && wrapped.getCause() instanceof StackStartException told
                    ? told
                    : e;
        }
    }

    private static Part run(ComposeProject project, Instant from, int order) {
        return new Part(project.start().awaitHealth(), Duration.between(from, Instant.now()), order);
    }

    @Override
    public String name() {
        return "compose";
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
    public Path runDir() {
        return runDir;
    }

    @Override
    public List<ServiceLog> logs() {
        return Stream.concat(
                        parts.stream().flatMap(part -> part.project().serviceLogs().stream()),
                        deployments.stream().flatMap(all -> all.logs().stream()))
                .toList();
    }

    @Override
    public void close() {
        deployments.ifPresent(ComposeDeployments::close);
        reapers.close();
    }
}
