package io.airproof.stack.compose;

import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.AwaitException;
import io.airproof.driver.wait.Look;
import io.airproof.stack.Deployments.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts one project alone, looks when its ports open, stops it, and looks for what it has left. */
final class ProjectTrial {

    /** Ports are open within 60 s (contract, section 2.1). */
    private static final Duration OPEN = ComposeProject.HEALTHY;

    /** Nothing is left 10 s after the stop (contract, section 2.1). */
    private static final Duration GONE = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(50);

    private final String host;

    /** @param host where ports are published */
    ProjectTrial(String host) {
        this.host = host;
    }

    /**
     * Starts and stops it.
     *
     * @param ports its published ports, by what is there
     * @throws io.airproof.stack.StackStartException if it cannot be started or stopped
     */
    Trial of(ComposeProject project, Map<String, Integer> ports) {
        Map<String, Optional<Duration>> open = new LinkedHashMap<>();
        Instant from = Instant.now();
        project.start();
        ports.forEach((what, port) -> open.put(what + ", port " + port, openAfter(from, port)));
        Instant stopped = Instant.now();
        project.close();
        List<String> left = new ArrayList<>(left(project, ports));
        try {
            Await.until("nothing of " + project.name() + " to be left", GONE, POLL, () -> {
                left.clear();
                left.addAll(left(project, ports));
                return new Look(left.isEmpty(), left.toString());
            });
        } catch (AwaitException e) {
            // What is left is the finding.
        }
        return new Trial(project.name(), open, List.copyOf(left), Duration.between(stopped, Instant.now()));
    }

    private Optional<Duration> openAfter(Instant from, int port) {
        try {
            Await.until("port " + port + " to be open", OPEN, POLL, () -> {
                boolean open = Listening.at(host, port);
                return new Look(open, open ? "open" : "closed");
            });
            return Optional.of(Duration.between(from, Instant.now()));
        } catch (AwaitException e) {
            return Optional.empty();
        }
    }

    private List<String> left(ComposeProject project, Map<String, Integer> ports) {
        List<String> left = new ArrayList<>(project.left());
        ports.values().stream().filter(port -> Listening.isTaken(host, port)).forEach(port -> left.add("port " + port));
        return left;
    }
}
