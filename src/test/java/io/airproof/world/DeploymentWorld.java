package io.airproof.world;

import io.airproof.evidence.NotRunHereException;
import io.airproof.measure.Reading;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import io.airproof.run.SideBySide;
import io.airproof.stack.Deployments;
import io.airproof.stack.Deployments.Trial;
import io.airproof.stack.Stack;
import java.net.URI;
import java.util.List;

/** What an operator sees of the compose projects: their files, containers, ports and networks. */
public final class DeploymentWorld {

    private static final double NANOS_PER_SECOND = 1e9;

    private final AcceptanceRun run;

    public DeploymentWorld(CurrentRun run) {
        this.run = run.get();
    }

    /** Makes sure that the stack consists of compose projects. */
    public void requireProjects() {
        deployments();
    }

    /** Starts and stops each project alone, while nothing is on air. */
    public void startEachAlone() {
        trials();
    }

    /** Plays the 30 s counting clip on this and on a second deployment at once. */
    public void playOnBoth() {
        sideBySide();
    }

    /** For each compose file 1 if the engine's own check finds nothing, else 0. */
    public List<Figure> validFiles() {
        return deployments().checkFiles().stream()
                .map(file -> Figure.of(
                        file.name() + file.complaint().map(text -> ": " + text).orElse(""),
                        file.complaint().isEmpty() ? 1 : 0))
                .toList();
    }

    /** For each port of each project 1 if it was open within a minute, else 0. */
    public List<Figure> openPorts() {
        return trials().stream()
                .flatMap(trial -> trial.openAfter().entrySet().stream()
                        .map(port -> Figure.of(
                                trial.project() + ", " + port.getKey(),
                                port.getValue().isPresent() ? 1 : 0)))
                .toList();
    }

    /** From the start of a project to each of its ports being open, in seconds, for those that ever were. */
    public List<Figure> openAfter() {
        return trials().stream()
                .flatMap(trial -> trial.openAfter().entrySet().stream().flatMap(port -> port.getValue().stream()
                        .map(after -> Figure.seconds(trial.project() + ", " + port.getKey(), Reading.measured(after)))))
                .toList();
    }

    /** For each container 1 if the engine says it is healthy now, else 0. */
    public List<Figure> healthy() {
        return deployments().health().stream()
                .map(one ->
                        Figure.of(one.name() + ": " + one.health(), one.health().equals("healthy") ? 1 : 0))
                .toList();
    }

    /** From the start of the first project to each container being healthy, in seconds. */
    public List<Figure> healthyAfter() {
        return deployments().health().stream()
                .map(one -> Figure.seconds(one.name(), Reading.measured(one.healthyAfter())))
                .toList();
    }

    /** How many STS containers were not started before the media project. */
    public List<Figure> stsStartedLate() {
        List<Deployments.Health> all = deployments().health();
        int media = all.stream()
                .filter(one -> one.name().equals("media-service"))
                .mapToInt(Deployments.Health::started)
                .findFirst()
                .orElse(0);
        return List.of(Figure.of(
                "order of start",
                all.stream()
                        .filter(one -> one.name().startsWith("sts") && one.started() >= media)
                        .count()));
    }

    /** For each port that was moved 1 if it is open, else 0. */
    public List<Figure> movedPortsOpen() {
        sideBySide();
        Deployments deployments = deployments();
        String host = run.stack().mediaService().getHost();
        return deployments.movedPorts().entrySet().stream()
                .map(port -> Figure.of(
                        port.getKey() + ", port " + port.getValue(),
                        deployments.isOpen(URI.create("tcp://" + host + ":" + port.getValue())) ? 1 : 0))
                .toList();
    }

    /** How many default ports are open though nobody asked for them. */
    public List<Figure> defaultPortsOpen() {
        sideBySide();
        List<Integer> open = deployments().openDefaults();
        return List.of(Figure.of("RTMP 1935, RTSP 8554, STS 3000; open: " + open, open.size()));
    }

    /** How many fragments were dubbed on the second deployment. */
    public List<Figure> dubsOfSecond() {
        return List.of(dubs("second deployment", sideBySide().second()));
    }

    /** How many fragments were dubbed on each deployment. */
    public List<Figure> dubsOfBoth() {
        return List.of(
                dubs("first deployment", sideBySide().first()),
                dubs("second deployment", sideBySide().second()));
    }

    /** How often one deployment named a stream of the other, on the wire or in its metrics. */
    public List<Figure> foreignIds() {
        List<String> foreign = sideBySide().foreign();
        return List.of(Figure.of("both deployments " + foreign, foreign.size()));
    }

    /** How long both were busy at the same time, in seconds. */
    public List<Figure> together() {
        return List.of(Figure.of("both deployments", sideBySide().together().toNanos() / NANOS_PER_SECOND));
    }

    /** How many sessions of the second deployment's worker were opened at the tap. */
    public List<Figure> sessionsAtTheTap() {
        return List.of(Figure.of(
                "tap, named in STS_SERVICE_URL",
                sideBySide().second().broadcast().wire().stream()
                        .filter(event -> event.name().equals("stream:ready"))
                        .count()));
    }

    /** The control of the next: 1 if the name of a neighbour resolves in the container of the media-service. */
    public List<Figure> neighbourResolves() {
        return List.of(Figure.of("mediamtx, in the media-service", deployments().resolves("mediamtx") ? 1 : 0));
    }

    /** 1 if the name of the STS container resolves in the media project. */
    public List<Figure> stsResolves() {
        return List.of(
                Figure.of("sts-service, in the media-service", deployments().resolves("sts-service") ? 1 : 0));
    }

    /** How many networks both projects are in. */
    public List<Figure> sharedNetworks() {
        List<String> shared = deployments().sharedNetworks();
        return List.of(Figure.of("networks of both projects " + shared, shared.size()));
    }

    /** How many things each project left behind. */
    public List<Figure> left() {
        return trials().stream()
                .map(trial -> Figure.of(
                        trial.project() + (trial.left().isEmpty() ? "" : ": " + trial.left()),
                        trial.left().size()))
                .toList();
    }

    /** From the stop of each project to the last look at it, in seconds. */
    public List<Figure> stopTook() {
        return trials().stream()
                .map(trial -> Figure.seconds(trial.project(), Reading.measured(trial.stopTook())))
                .toList();
    }

    private static Figure dubs(String where, AnalysedBroadcast broadcast) {
        return Figure.of(
                where, broadcast.segments().stream().filter(Segment::dubbed).count());
    }

    private List<Trial> trials() {
        Deployments deployments = deployments();
        return run.alone(deployments::trials);
    }

    private SideBySide sideBySide() {
        deployments();
        return run.sideBySide();
    }

    private Deployments deployments() {
        Stack stack = run.stack();
        return stack.deployments()
                .orElseThrow(() -> new NotRunHereException("starting and stopping compose projects", stack.name()));
    }
}
