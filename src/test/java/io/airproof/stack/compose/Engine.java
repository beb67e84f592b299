package io.airproof.stack.compose;

import io.airproof.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a Docker engine with compose can be used here, and what is to be known of it. */
public final class Engine {

    /** Room for the images of the two projects, in bytes: 1.2 GB with their base, and as much again while they are built. */
    private static final long ROOM = 2_500_000_000L;

    /** Exit code of a command that does not exist. */
    private static final int NOT_FOUND = 127;

    private static final String FIX =
            " Start one (\"sudo systemctl start docker\"; on a machine without Docker \"eval $(.ci/engine)\"), or run without: -Dstack=local.";

    private final DockerCli docker;

    Engine(DockerCli docker) {
        this.docker = docker;
    }

    /** The engine that the docker command of this machine talks to. */
    public static Engine ofThisMachine() {
        return new Engine(new DockerCli("docker"));
    }

    /** Why it cannot be used, and what to do; empty if it can. Answers within 20 s, also when the engine hangs. */
    public Optional<String> hindrance() {
        Outcome version = docker.run(DockerCli.QUESTION, "version", "--format", "{{.Server.Version}}");
        if (version.exitCode() == NOT_FOUND) {
            return Optional.of("There is no docker command on PATH." + FIX);
        }
        if (version.exitCode() == Outcome.TIMED_OUT) {
            return Optional.of("The Docker engine does not answer: \"docker version\" hung for "
                    + DockerCli.QUESTION.toSeconds() + " s. Restart it, or run without: -Dstack=local.");
        }
        if (!version.ok()) {
            return Optional.of("No Docker engine answers: \"" + version.lastWords(1) + "\"." + FIX);
        }
        Outcome compose = docker.run(DockerCli.QUESTION, "compose", "version", "--short");
        if (!compose.ok()) {
            return Optional.of("The docker command has no compose (\"docker compose version\": " + compose.lastWords(1)
                    + "). Install the plugin docker-compose-plugin, version 2, or run \"eval $(.ci/engine)\".");
        }
        return fullDisk();
    }

    private Optional<String> fullDisk() {
        Path root = Path.of(docker.run(DockerCli.QUESTION, "info", "--format", "{{.DockerRootDir}}")
                .stdout()
                .strip());
        try {
            if (isLocal() && Files.isDirectory(root) && Files.getFileStore(root).getUsableSpace() < ROOM) {
                return Optional.of(
                        "The disk of the Docker engine has less than %.1f GB free in %s: \"docker system prune\" makes room."
                                .formatted(ROOM / 1e9, root));
            }
        } catch (IOException e) {
            // What cannot be asked is found out by the build.
        }
        return Optional.empty();
    }

    /** Whether the engine runs on this machine, so that its ports and its bridge are here. */
    public boolean isLocal() {
        return System.getenv().getOrDefault("DOCKER_HOST", "unix:").startsWith("unix:");
    }

    /**
     * The address of this machine that containers know as host.docker.internal: that of the default bridge.
     *
     * @throws io.airproof.stack.StackStartException if the engine does not say
     */
    public String gateway() {
        return docker
                .lines("network", "inspect", "bridge", "--format", "{{range .IPAM.Config}}{{.Gateway}}\n{{end}}")
                .stream()
                .filter(address -> address.contains("."))
                .findFirst()
                .orElse("172.17.0.1");
    }

    DockerCli docker() {
        return docker;
    }
}
