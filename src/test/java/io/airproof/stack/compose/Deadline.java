package io.airproof.stack.compose;

import io.airproof.stack.StackStartException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounds work of Testcontainers, which waits for docker without end. */
final class Deadline {

    private Deadline() {}

    /**
     * Does the work on a thread of its own.
     *
     * @param what names it in the message
     * @throws StackStartException when it takes longer; what it has started of docker commands is ended then
     */
    static void within(Duration limit, String what, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread worker = new Thread(
                () -> {
                    try {
                        work.run();
                        done.complete(null);
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                },
                what);
        worker.setDaemon(true);
        worker.start();
        try {
            done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            ProcessHandle.current().children().filter(Deadline::isDocker).forEach(ProcessHandle::destroyForcibly);
            throw new StackStartException(
                    "Docker did not " + what + " within " + limit.toSeconds()
                            + " s. Look at \"docker ps -a\" and the log of the engine; restart it if it hangs.",
                    false);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException told ? told : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new StackStartException("interrupted while docker was to " + what, false);
        }
    }

    /** Commands of Testcontainers are children of this JVM; those of the suite hang on a tether and end by themselves. */
    private static boolean isDocker(ProcessHandle process) {
        return process.info().command().map(path -> path.contains("docker")).orElse(false);
    }
}
