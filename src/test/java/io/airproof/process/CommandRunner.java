package io.airproof.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a short command to its end; it is tethered like every other process. */
public final class CommandRunner {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private CommandRunner() {}

    /**
     * Runs the command with empty standard input and gives back what it said.
     *
     * @param timeout after it the command is ended and the exit code is {@link Outcome#TIMED_OUT}
     * @throws UncheckedIOException when the shell cannot be started; a program that does not exist ends with 127
     */
    public static Outcome run(CommandSpec spec, Duration timeout) {
        ProcessBuilder builder = new ProcessBuilder(Tether.tie(spec.command(), GRACE));
        spec.applyTo(builder.environment());
        spec.workingDir().ifPresent(directory -> builder.directory(directory.toFile()));
        try {
            Process process = builder.start();
            CompletableFuture<String> stdout = drain(spec.name() + "-stdout", process.getInputStream());
            CompletableFuture<String> stderr = drain(spec.name() + "-stderr", process.getErrorStream());
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            process.getOutputStream().close();
            process.waitFor();
            return new Outcome(ended ? process.exitValue() : Outcome.TIMED_OUT, stdout.join(), stderr.join());
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + spec.name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(Outcome.TIMED_OUT, "", spec.name() + " was interrupted");
        }
    }

    private static CompletableFuture<String> drain(String name, InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try (stream) {
                        text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        text.complete("");
                    }
                },
                name);
        reader.setDaemon(true);
        reader.start();
        return text;
    }
}
