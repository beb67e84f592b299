package io.airproof.stack.compose;

import io.airproof.process.FreePorts;
import io.airproof.process.OwnThread;
import io.airproof.stack.FreshPorts;
import io.airproof.stack.StackStartException;
import io.airproof.stack.StsKind;
import io.airproof.stack.provision.Progress;
import io.airproof.stack.provision.Toolbox;
import java.io.IOException;
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

/**
 * Starts deployments: both STS first, side by side, then the media project; each when the one before is healthy. What was
 * started of one that fails is stopped.
 */
public final class ComposeLaunch {

    private ComposeLaunch() {}

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
            return FreshPorts.start(
                    () -> start(projects, directory, addresses),
                    () -> progress.say(
                            "a port was taken by somebody else while the stack started: trying other ports"));
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
            List<CompletableFuture<ComposeStack.Part>> sts = stsPorts.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(one -> {
                        String name = "sts-" + one.getKey().name().toLowerCase(Locale.ROOT) + suffix;
                        return OwnThread.start(() ->
                                run(projects.sts(reapers, one.getKey(), one.getValue(), name, Map.of()), from, 0));
                    })
                    .toList();
            CompletableFuture.allOf(sts.toArray(CompletableFuture[]::new)).join();
            String stsForWorkers = addresses.stsForWorkers(stsPorts.getOrDefault(StsKind.DUBBING, 0));
            List<ComposeStack.Part> parts =
                    new ArrayList<>(sts.stream().map(CompletableFuture::join).toList());
            parts.add(run(projects.media(reapers, ports, stsForWorkers, suffix, Map.of()), from, 1));
            Optional<ComposeDeployments> deployments = suffix.isEmpty()
                    ? Optional.of(new ComposeDeployments(projects, List.copyOf(parts), addresses, runDir))
                    : Optional.empty();
            return new ComposeStack(projects, ports, addresses, stsPorts, runDir, parts, reapers, deployments);
        } catch (RuntimeException e) {
            reapers.close();
            throw e instanceof CompletionException wrapped && wrapped.getCause() instanceof StackStartException told
                    ? told
                    : e;
        }
    }

    private static ComposeStack.Part run(ComposeProject project, Instant from, int order) {
        return new ComposeStack.Part(project.start().awaitHealth(), Duration.between(from, Instant.now()), order);
    }
}
