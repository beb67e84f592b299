package io.airproof.stack.compose;

import io.airproof.process.Outcome;
import io.airproof.process.OwnThread;
import io.airproof.stack.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The process that a container was started for, its number 1. */
final class ContainerProcess extends ServiceProcess {

    /** More than anybody waits for the end of a service. */
    private static final Duration END = Duration.ofMinutes(2);

    private static final String PROC = "/proc/1/";
    private static final int LAST_WORDS = 3;

    private final DockerCli docker;
    private final String container;

    /**
     * Of a container that runs.
     *
     * @param container its id
     * @param servicePort the TCP port that it serves, within the container
     */
    ContainerProcess(DockerCli docker, String container, int servicePort) {
        super(servicePort);
        this.docker = docker;
        this.container = container;
    }

    @Override
    public void terminate() {
        DockerCli.must(
                docker.run(DockerCli.QUESTION, "kill", "--signal", "TERM", container),
                DockerCli.QUESTION,
                "docker kill --signal TERM " + container);
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return OwnThread.start(() ->
                Integer.valueOf(DockerCli.must(docker.run(END, "wait", container), END, "docker wait " + container)
                        .stdout()
                        .strip()));
    }

    /** Those that docker itself starts in the container, such as health checks, are none of the service's. */
    @Override
    public long children() throws IOException {
        Set<String> family = new HashSet<>(ask("inspect", "--format", "{{.State.Pid}}", container));
        List<String[]> processes = ask("top", container, "-eo", "pid,ppid").stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .toList();
        int known = 0;
        while (known < family.size()) {
            known = family.size();
            processes.stream().filter(one -> family.contains(one[1])).forEach(one -> family.add(one[0]));
        }
        return family.size() - 1L;
    }

    @Override
    protected List<String> lines(String name) throws IOException {
        return ask("exec", container, "cat", PROC + name);
    }

    /** One that is closed between the listing and the look is not held any more. */
    @Override
    protected List<String> descriptors() throws IOException {
        return ask("exec", container, "sh", "-c", "for one in " + PROC + "fd/*; do readlink \"$one\" || true; done");
    }

    private List<String> ask(String... question) throws IOException {
        Outcome outcome = docker.run(DockerCli.QUESTION, question);
        if (!outcome.ok()) {
            throw new IOException("docker " + question[0] + ": " + outcome.lastWords(LAST_WORDS));
        }
        return outcome.stdout().lines().filter(line -> !line.isBlank()).toList();
    }
}
