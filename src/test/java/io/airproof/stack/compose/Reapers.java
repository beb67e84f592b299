package io.airproof.stack.compose;

import io.airproof.process.OwnThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The projects of a part of the run and what watches over them; closing it stops all of them side by side. */
final class Reapers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reapers.class);

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
        try {
            OwnThread.forAll(projects, ComposeProject::close);
        } catch (CompletionException e) {
            // The reapers remove what a stop could not.
            LOG.warn("a project was not stopped in order: {}", e.getMessage());
        }
        projects.clear();
        OwnThread.forAll(watching, Reaper::close);
        watching.clear();
    }
}
