package io.airproof.stack.compose;

import io.airproof.driver.wait.AwaitException;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.StackStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.ContainerState;

/** One compose project, started at most once, and its logs. */
final class ComposeProject implements AutoCloseable {

    /** Both deployments are healthy within 60 s (contract, section 2.1). */
    static final Duration HEALTHY = Duration.ofSeconds(60);

    /** What docker itself may need to make containers and networks: 1 s, measured; more on a busy machine. */
    private static final Duration MAKING = Duration.ofSeconds(30);

    /** Nothing is left 10 s after the stop (contract, section 2.1); the rest tells late from never. */
    private static final Duration STOP = Duration.ofSeconds(30);

    private static final int LAST_WORDS = 15;

    private final DockerCli docker;
    private final String name;
    private final Owner owner;
    private final List<String> services;
    private final Path logs;
    private final Map<String, String> logNames;
    private final ComposeContainer compose;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * A project that does not run yet.
     *
     * @param name e2e-media or e2e-sts; a suffix of its own makes it unique
     * @param env variables of the compose file
     * @param services its services
     * @param logs the folder of the logs
     * @param logNames how the log of a service is called there
     */
    ComposeProject(
            DockerCli docker,
            String name,
            Path file,
            Owner owner,
            Map<String, String> env,
            List<String> services,
            Path logs,
            Map<String, String> logNames) {
        this.docker = docker;
        this.name = name;
        this.owner = owner;
        this.services = List.copyOf(services);
        this.logs = logs;
        this.logNames = Map.copyOf(logNames);
        this.compose = new ComposeContainer(name + "-", file.toFile())
                .withPull(false)
                .withEnv(env)
                .withEnv("AIRPROOF_OWNER", owner.label());
        for (String service : services) {
            Path log = logs.resolve(logNames.getOrDefault(service, service) + ".log");
            compose.withLogConsumer(service, frame -> append(log, frame.getUtf8String()));
        }
    }

    /**
     * Starts it; its services may still load what they work with. (Testcontainers could wait for their health as well, but
     * then one project at a time.)
     *
     * @throws StackStartException if it does not start in time; it may have left something, so close it
     */
    ComposeProject start() {
        started.set(true);
        try {
            Files.createDirectories(logs);
            Deadline.within(MAKING, "start " + name, compose::start);
        } catch (ContainerLaunchException e) {
            throw told(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new StackStartException("The logs in " + logs + " cannot be written: " + e, false);
        }
        return this;
    }

    /**
     * Waits until the health check of each service is content.
     *
     * @throws StackStartException if one is not within 60 s, or ends
     */
    ComposeProject awaitHealth() {
        for (String service : services) {
            ContainerState container = compose.getContainerByServiceName(service)
                    .orElseThrow(() -> told("the service " + service + " has no container"));
            try {
                HealthyOrEnded.await(service, container, HEALTHY);
            } catch (AwaitException e) {
                throw told(String.valueOf(e.getMessage()));
            }
        }
        return this;
    }

    /** The container of a service; empty if there is none. */
    Optional<String> container(String service) {
        return compose.getContainerByServiceName(service).map(ContainerState::getContainerId);
    }

    /** Its name, without the suffix. */
    String name() {
        return name;
    }

    /** Its services, and how their logs are called. */
    Map<String, String> services() {
        return services.stream()
                .collect(Collectors.toMap(service -> service, service -> logNames.getOrDefault(service, service)));
    }

    /** Whose label everything of it carries. */
    Owner owner() {
        return owner;
    }

    /** What of it exists now, each as a kind and a name. */
    List<String> left() {
        return Reaper.leftOf(docker, owner);
    }

    /** The logs of its services. */
    List<ServiceLog> serviceLogs() {
        return services.stream()
                .map(service -> logNames.getOrDefault(service, service))
                .map(log -> new ServiceLog(log, logs.resolve(log + ".log")))
                .toList();
    }

    /** Stops it with its volumes; does nothing when it was never started, or the second time. */
    @Override
    public void close() {
        if (started.get() && stopped.compareAndSet(false, true)) {
            Deadline.within(STOP, "stop " + name, compose::stop);
        }
    }

    /** What docker and the services say about a start that failed. */
    private StackStartException told(String cause) {
        StringBuilder text = new StringBuilder("The compose project " + name + " did not start: " + cause);
        String filter = "label=" + Owner.LABEL + "=" + owner.label();
        String states = String.join(
                "\n",
                docker.run(DockerCli.QUESTION, "ps", "-a", "--filter", filter, "--format", "{{.ID}}")
                        .stdout()
                        .lines()
                        .map(id -> docker.run(
                                        DockerCli.QUESTION,
                                        "inspect",
                                        "--format",
                                        "{{.Name}}: {{.State.Status}} {{.State.Error}}",
                                        id)
                                .stdout()
                                .strip())
                        .toList());
        text.append('\n').append(states).append(Remedy.forWords(states));
        for (ServiceLog log : serviceLogs()) {
            text.append(lastWords(log));
        }
        return new StackStartException(text.toString(), Remedy.isPortTaken(states + cause));
    }

    private static String lastWords(ServiceLog log) {
        try {
            List<String> lines = Files.exists(log.file()) ? Files.readAllLines(log.file()) : List.of();
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size());
            return last.isEmpty()
                    ? ""
                    : "\n" + log.name() + " said last (" + log.file() + "):\n" + String.join("\n", last);
        } catch (IOException e) {
            return "";
        }
    }

    private static void append(Path log, String text) {
        try {
            Files.writeString(log, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
