package io.airproof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A long-running process that never outlives this JVM; its output goes to a log file.
 *
 * <p>Safe to use from several threads.
 */
public final class ChildProcess implements AutoCloseable {

    /** How long the group may take to vanish after SIGKILL. */
    private static final Duration AFTER_KILL = Duration.ofSeconds(2);

    /** How often it is looked whether the process has ended. */
    private static final Duration LOOK = Duration.ofMillis(10);

    private final String name;
    private final Process process;
    private final Path logFile;
    private final Duration grace;
    private final CompletableFuture<Integer> exit;

    private ChildProcess(String name, Process process, Path logFile, Duration grace) {
        this.name = name;
        this.process = process;
        this.logFile = logFile;
        this.grace = grace;
        this.exit = process.onExit().thenApply(ended -> {
            letGo();
            return ended.exitValue();
        });
    }

    /**
     * Starts the process; standard output and error are appended to the log file, whose folder is made.
     *
     * @param grace the time between SIGTERM and SIGKILL when it is closed
     * @throws UncheckedIOException when the log file cannot be written or the shell cannot be started; a program that
     *     does not exist ends with exit code 127 and a line in the log
     */
    public static ChildProcess start(CommandSpec spec, Path logFile, Duration grace) {
        ProcessBuilder builder = new ProcessBuilder(Tether.tie(spec.command(), grace)).redirectErrorStream(true);
        spec.applyTo(builder.environment());
        spec.workingDir().ifPresent(directory -> builder.directory(directory.toFile()));
        try {
            Path folder = logFile.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
            return new ChildProcess(spec.name(), builder.start(), logFile, grace);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not start " + spec.name() + " with its log in " + logFile + ": " + e.getMessage(), e);
        }
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** The process id, which is also the id of its process group. */
    public long pid() {
        return process.pid();
    }

    /** Where its output is. */
    public Path logFile() {
        return logFile;
    }

    /** Completes with the exit code (128 + signal when a signal ended it) when the process has ended. */
    public CompletableFuture<Integer> exit() {
        return exit.copy();
    }

    /** True until the process has ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines of its output, fewer when there are not so many; empty when the log cannot be read. */
    public List<String> logTail(int lines) {
        return LogTail.of(logFile, lines);
    }

    /**
     * Ends the process and all it started: SIGTERM, the grace, SIGKILL. Returns when they are gone, which takes at most
     * the grace and 2 s.
     */
    @Override
    public void close() {
        List<ProcessHandle> family = family();
        letGo();
        Duration limit = grace.plus(AFTER_KILL);
        try {
            Awaitility.await(name + " to end")
                    .atMost(limit)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOK)
                    .until(() -> family.stream().noneMatch(ChildProcess::runs));
        } catch (ConditionTimeoutException e) {
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Ends the process and all it started without a word: SIGKILL. Returns when they are gone. */
    public void kill() {
        family().forEach(ProcessHandle::destroyForcibly);
        close();
    }

    /** Zombies count as ended: who reaps them, and when, is not in our hands. */
    static boolean runs(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }

    /** The process and all it started that is alive. */
    List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private void letGo() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The pipe is already gone, and with it what it held.
        }
    }

    @Override
    public String toString() {
        return name + " (pid " + pid() + ", log " + logFile + ")";
    }
}
