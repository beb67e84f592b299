package io.airproof.stack.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The projects of a part of the run and what watches over them; closing it stops all of them side by side. */
final class Reapers implements AutoCloseable {

    private final DockerCli docker;
    private final Path logs;
    private final List<ComposeProject> projects = new ArrayList<>();
    private final List<Reaper> watching = new ArrayList<>();

    Reapers(Projects projects) {
        this.docker = projects.docker();
        this.logs = projects.logs();
    }

    /** A new owner, watched over from now on. */
    synchronized Owner owner(String name) {
        Owner owner = Owner.ofThisRun();
        watching.add(Reaper.watch(docker, owner, logs.resolve("reaper-" + name + ".log")));
        return owner;
    }

    /** Remembers a project, to stop it. */
    synchronized ComposeProject keep(ComposeProject project) {
        projects.add(project);
        return project;
    }

    @Override
    public synchronized void close() {
        CompletableFuture.allOf(projects.stream()
                        .map(project -> CompletableFuture.runAsync(project::close))
                        .toArray(CompletableFuture[]::new))
                .exceptionally(failure -> {
                    System.err.println(failure.getMessage());
                    return null;
                })
                .join();
        projects.clear();
        CompletableFuture.allOf(watching.stream()
                        .map(reaper -> CompletableFuture.runAsync(reaper::close))
                        .toArray(CompletableFuture[]::new))
                .join();
        watching.clear();
    }
}
