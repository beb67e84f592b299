package io.airproof.stack.compose;

import io.airproof.process.ChildProcess;
import io.airproof.process.CommandSpec;
import io.airproof.stack.provision.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Removes the containers, networks and volumes of an owner when this JVM is gone, in whatever way: a process on a tether
 * that begins to work when it is told to end. What even that could not do, because the machine went down, the next run
 * finds by the labels.
 */
final class Reaper implements AutoCloseable {

    /** How long it may work after this JVM has gone; one round takes a second. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    /** Looks again until it finds nothing: a docker command that was under way may still make something. */
    private static final String SCRIPT = """
            docker=$1; filter="label=$2"
            reap() {
              for i in 1 2 3 4 5 6 7 8; do
                found=
                ids=$("$docker" ps -aq --filter "$filter"); [ -z "$ids" ] || { found=1; "$docker" rm -f -v $ids; }
                ids=$("$docker" network ls -q --filter "$filter"); [ -z "$ids" ] || { found=1; "$docker" network rm $ids; }
                ids=$("$docker" volume ls -q --filter "$filter"); [ -z "$ids" ] || { found=1; "$docker" volume rm -f $ids; }
                [ -n "$found" ] || return
                sleep 1
              done
            }
            trap 'reap; exit 0' TERM
            while :; do sleep 3600 & wait $!; done
            """;

    private final ChildProcess process;

    private Reaper(ChildProcess process) {
        this.process = process;
    }

    /** Watches over what this owner will make. */
    static Reaper watch(DockerCli docker, Owner owner, Path log) {
        return new Reaper(ChildProcess.start(
                CommandSpec.of("docker-reaper", "sh", "-c", SCRIPT, "reaper", docker.program(), filter(owner.label())),
                log,
                GRACE));
    }

    /** Removes what runs of this machine have left that are no more. */
    static void sweep(DockerCli docker, Progress progress) {
        List<String> gone = owned(docker)
                .distinct()
                .filter(label -> Owner.read(label).filter(Owner::isGone).isPresent())
                .toList();
        for (String label : gone) {
            progress.say("removing what an earlier run has left in Docker: " + label);
            remove(docker, label);
        }
    }

    /** Everything of this owner that exists, each as a kind and a name: "volume e2e-sts-x_e2e-sts-models". */
    static List<String> leftOf(DockerCli docker, Owner owner) {
        List<String> left = new ArrayList<>();
        String filter = "label=" + filter(owner.label());
        docker.lines("ps", "-a", "--filter", filter, "--format", "container {{.Names}}")
                .forEach(left::add);
        docker.lines("network", "ls", "--filter", filter, "--format", "network {{.Name}}")
                .forEach(left::add);
        docker.lines("volume", "ls", "--filter", filter, "--format", "volume {{.Name}}")
                .forEach(left::add);
        return List.copyOf(left);
    }

    private static void remove(DockerCli docker, String label) {
        String filter = "label=" + filter(label);
        Removal containers = new Removal(List.of("ps", "-aq"), List.of("rm", "-f", "-v"));
        Removal networks = new Removal(List.of("network", "ls", "-q"), List.of("network", "rm"));
        Removal volumes = new Removal(List.of("volume", "ls", "-q"), List.of("volume", "rm", "-f"));
        for (Removal kind : List.of(containers, networks, volumes)) {
            List<String> ids = docker.lines(Stream.concat(kind.list().stream(), Stream.of("--filter", filter))
                    .toArray(String[]::new));
            if (!ids.isEmpty()) {
                docker.run(
                        GRACE,
                        java.util.Map.of(),
                        Stream.concat(kind.remove().stream(), ids.stream()).toList());
            }
        }
    }

    /** How things of one kind are listed and removed. */
    private record Removal(List<String> list, List<String> remove) {}

    private static Stream<String> owned(DockerCli docker) {
        String filter = "label=" + Owner.LABEL;
        String format = "{{.Label \"" + Owner.LABEL + "\"}}";
        return Stream.of(
                        docker.lines("ps", "-a", "--filter", filter, "--format", format),
                        docker.lines("network", "ls", "--filter", filter, "--format", format),
                        docker.lines("volume", "ls", "--filter", filter, "--format", format))
                .flatMap(List::stream);
    }

    private static String filter(String label) {
        return Owner.LABEL + "=" + label;
    }

    /** Whether it still watches, for those who look from outside. */
    Optional<Long> pid() {
        return process.isAlive() ? Optional.of(process.pid()) : Optional.empty();
    }

    /** Removes what is left of its owner and ends. */
    @Override
    public void close() {
        process.close();
    }
}
