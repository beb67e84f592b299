package io.airproof.stack.compose;

import io.airproof.process.Outcome;
import io.airproof.stack.StackStartException;
import io.airproof.stack.StartAttempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the media-service of the compose file alone, with settings that it should refuse. */
final class RefusedStart {

    /** What docker needs to make a container, besides the time of the service; see {@link ComposeProject}. */
    private static final Duration MAKING = Duration.ofSeconds(30);

    private final Projects projects;
    private final Owner owner;
    private final AtomicInteger count = new AtomicInteger();

    /** @param owner whose label the containers carry */
    RefusedStart(Projects projects, Owner owner) {
        this.projects = projects;
        this.owner = owner;
    }

    /**
     * Starts it and waits for its end; one that has not ended in time is removed. The engine tells how long it took, so
     * the making of the container is not counted.
     *
     * @param settings as the operator gives them to the compose file
     * @throws StackStartException if the container cannot be made
     */
    StartAttempt with(Map<String, String> settings, Duration atMost) {
        String name = "e2e-refused-" + owner.part() + "-" + count.incrementAndGet();
        DockerCli docker = projects.docker();
        Map<String, String> env = new HashMap<>(projects.common());
        env.put("AIRPROOF_OWNER", owner.label());
        env.putAll(settings);
        List<String> run = List.of(
                "compose",
                "-f",
                DockerCli.file(projects.images().composeFile("media")),
                "-p",
                "e2e-refused-" + owner.part(),
                "run",
                "--detach",
                "--no-deps",
                "--name",
                name,
                "media-service");
        try {
            DockerCli.must(docker.run(MAKING, env, run), MAKING, "docker " + String.join(" ", run));
            Outcome end = docker.run(atMost, "wait", name);
            Path log = projects.logs().resolve(name + ".log");
            Outcome words = docker.run(DockerCli.QUESTION, "logs", name);
            Files.writeString(log, words.stdout() + words.stderr());
            OptionalInt code =
                    end.ok() ? OptionalInt.of(Integer.parseInt(end.stdout().strip())) : OptionalInt.empty();
            return new StartAttempt(code, end.ok() ? lifetime(docker, name) : atMost, log);
        } catch (IOException e) {
            throw new StackStartException("The log of " + name + " cannot be written: " + e, false);
        } finally {
            docker.run(MAKING, "rm", "--force", name);
        }
    }

    private static Duration lifetime(DockerCli docker, String name) {
        List<String> times = docker.lines("inspect", "--format", "{{.State.StartedAt}}\n{{.State.FinishedAt}}", name);
        return Duration.between(Instant.parse(times.get(0)), Instant.parse(times.get(1)));
    }
}
