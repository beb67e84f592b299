package io.airproof.stack;

import io.airproof.process.ChildProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Looks at services while they start. The first that fails ends every wait. */
final class HealthWatch implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stack-readiness");
        thread.setDaemon(true);
        return thread;
    });
    private final Readiness readiness;
    private final List<CompletableFuture<Void>> answering = new ArrayList<>();
    private final List<CompletableFuture<Void>> healthy = new ArrayList<>();

    HealthWatch() {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(clock)
                .build();
        this.readiness = new Readiness(http, clock);
    }

    /** Begins to ask a service. */
    void watch(ChildProcess process, URI health, Duration budget) {
        CompletableFuture<Void> answers = readiness.answering(process, health, budget);
        answering.add(answers);
        healthy.add(answers.thenCompose(there -> readiness.healthy(process, health, budget)));
    }

    /** Waits until each answers, whatever it says. */
    void awaitAnswers() {
        await(answering);
    }

    /** Waits until each says that it is well. */
    void awaitHealth() {
        await(healthy);
    }

    private static void await(List<CompletableFuture<Void>> all) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        for (CompletableFuture<Void> one : all) {
            one.exceptionally(failure -> {
                failed.completeExceptionally(failure);
                return null;
            });
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)), failed)
                    .join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException wrapped && wrapped.getCause() != null) {
                cause = wrapped.getCause();
            }
            if (cause instanceof StackStartException told) {
                throw told;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
