package io.airproof.stack.compose;

import io.airproof.process.FreePorts;
import io.airproof.process.Outcome;
import io.airproof.stack.Deployments;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.Stack;
import io.airproof.stack.StackStartException;
import io.airproof.stack.StsKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is tried with the two projects beside the stack itself. Safe for all threads. */
final class ComposeDeployments implements Deployments, AutoCloseable {

    /** Ports of the second deployment (catalogue, DUB-122). */
    private static final int MOVED_RTMP = 1936;

    private static final int MOVED_RTSP = 9554;
    private static final int MOVED_STS = 4000;

    /** Default ports that are moved away from (contract, section 2.3). */
    private static final List<Integer> DEFAULTS = List.of(1935, 8554, 3000);

    private final Projects projects;
    private final DockerCli docker;
    private final List<ComposeStack.Part> parts;
    private final Addresses addresses;
    private final Path runDir;
    private Optional<List<Trial>> trials = Optional.empty();
    private Optional<ComposeStack> second = Optional.empty();
    private List<Integer> freeDefaults = List.of();

    ComposeDeployments(Projects projects, List<ComposeStack.Part> parts, Addresses addresses, Path runDir) {
        this.projects = projects;
        this.docker = projects.docker();
        this.parts = parts;
        this.addresses = addresses;
        this.runDir = runDir;
    }

    @Override
    public List<FileCheck> checkFiles() {
        return List.of("media", "sts").stream()
                .map(name -> {
                    Outcome outcome = docker.run(
                            DockerCli.QUESTION,
                            "compose",
                            "-f",
                            DockerCli.file(projects.images().composeFile(name)),
                            "config",
                            "-q");
                    return new FileCheck(
                            "compose/" + name, outcome.ok() ? Optional.empty() : Optional.of(outcome.lastWords(3)));
                })
                .toList();
    }

    @Override
    public List<Health> health() {
        List<Health> all = new ArrayList<>();
        for (ComposeStack.Part part : parts) {
            part.project().services().forEach((service, name) -> {
                String health = part.project()
                        .container(service)
                        .map(id -> String.join("", docker.lines("inspect", "--format", "{{.State.Health.Status}}", id)))
                        .orElse("no container");
                all.add(new Health(name, health, part.healthyAfter(), part.order()));
            });
        }
        return List.copyOf(all);
    }

    @Override
    public synchronized List<Trial> trials() {
        if (trials.isEmpty()) {
            ProjectTrial trial = new ProjectTrial(addresses.publish());
            try (Reapers reapers = new Reapers(projects)) {
                MediaPorts ports = MediaPorts.free();
                int stsPort = FreePorts.one();
                trials = Optional.of(List.of(
                        trial.of(
                                projects.media(reapers, ports, addresses.stsForWorkers(stsPort), "-alone", Map.of()),
                                ports.promised()),
                        trial.of(
                                projects.sts(reapers, StsKind.ECHO, stsPort, "sts-alone", Map.of()),
                                Map.of("STS", stsPort))));
            }
        }
        return trials.orElseThrow();
    }

    @Override
    public synchronized Stack second() {
        if (second.isEmpty()) {
            freeDefaults = DEFAULTS.stream()
                    .filter(port -> !Listening.isTaken(addresses.publish(), port))
                    .toList();
            Map<String, Integer> taken = new HashMap<>(movedPorts());
            taken.values().removeIf(port -> !Listening.isTaken(addresses.publish(), port));
            if (!taken.isEmpty()) {
                throw new StackStartException(
                        "The second deployment cannot have its ports: somebody listens at " + taken
                                + ". Stop that, and run again.",
                        true);
            }
            second = Optional.of(ComposeLaunch.launch(
                    projects,
                    runDir,
                    addresses,
                    MediaPorts.free().with(MOVED_RTMP, MOVED_RTSP),
                    Map.of(StsKind.DUBBING, MOVED_STS),
                    "-second"));
        }
        return second.orElseThrow();
    }

    @Override
    public Map<String, Integer> movedPorts() {
        return Map.of("RTMP", MOVED_RTMP, "RTSP", MOVED_RTSP, "STS", MOVED_STS);
    }

    @Override
    public synchronized List<Integer> openDefaults() {
        return freeDefaults.stream()
                .filter(port -> Listening.isTaken(addresses.publish(), port))
                .toList();
    }

    @Override
    public boolean resolves(String name) {
        String container = container("media-service")
                .orElseThrow(() -> new StackStartException("the media-service has no container any more", false));
        return docker.run(DockerCli.QUESTION, "exec", container, "getent", "hosts", name)
                .ok();
    }

    @Override
    public List<String> sharedNetworks() {
        Set<String> shared = new LinkedHashSet<>(networks("media-service"));
        shared.addAll(networks("mediamtx"));
        shared.retainAll(networks(Projects.STS_SERVICE));
        return List.copyOf(shared);
    }

    private List<String> networks(String service) {
        return container(service)
                .map(id -> docker.lines(
                        "inspect",
                        "--format",
                        "{{range $name, $net := .NetworkSettings.Networks}}{{$name}}\n{{end}}",
                        id))
                .orElse(List.of());
    }

    private Optional<String> container(String service) {
        return parts.stream()
                .map(ComposeStack.Part::project)
                .filter(project -> project.services().containsKey(service))
                .flatMap(project -> project.container(service).stream())
                .findFirst();
    }

    @Override
    public boolean isOpen(URI address) {
        return Listening.at(address.getHost(), address.getPort());
    }

    /** The logs of the second deployment. */
    synchronized List<ServiceLog> logs() {
        return second.map(ComposeStack::logs).orElse(List.of());
    }

    @Override
    public synchronized void close() {
        second.ifPresent(ComposeStack::close);
        second = Optional.empty();
    }
}
