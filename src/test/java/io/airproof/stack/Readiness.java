package io.airproof.stack;

import io.airproof.process.ChildProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** Asks services for their health until they are well, one has ended, or the time is over. */
final class Readiness {

    /** How often a service is asked. */
    private static final Duration POLL = Duration.ofMillis(25);

    private static final Duration ONE_ANSWER = Duration.ofSeconds(2);
    private static final int LAST_WORDS = 15;
    private static final int OK = 200;

    private final HttpClient http;
    private final ScheduledExecutorService clock;

    Readiness(HttpClient http, ScheduledExecutorService clock) {
        this.http = http;
        this.clock = clock;
    }

    /** Completes when the service answers at all; fails with a {@link StackStartException} when it ends or is too slow. */
    CompletableFuture<Void> answering(ChildProcess process, URI health, Duration budget) {
        return of(process, health, budget, status -> true);
    }

    /** Completes when the service answers 200; fails with a {@link StackStartException} when it ends or is too slow. */
    CompletableFuture<Void> healthy(ChildProcess process, URI health, Duration budget) {
        return of(process, health, budget, status -> status == OK);
    }

    private CompletableFuture<Void> of(ChildProcess process, URI health, Duration budget, IntPredicate wanted) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        long deadline = System.nanoTime() + budget.toNanos();
        process.exit().thenAccept(code -> ready.completeExceptionally(ended(process, code)));
        ask(process, health, deadline, budget, wanted, ready);
        return ready;
    }

    private void ask(
            ChildProcess process,
            URI health,
            long deadline,
            Duration budget,
            IntPredicate wanted,
            CompletableFuture<Void> ready) {
        HttpRequest request = HttpRequest.newBuilder(health).timeout(ONE_ANSWER).build();
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((response, failure) -> {
            if (ready.isDone()) {
                return;
            }
            if (response != null && wanted.test(response.statusCode())) {
                ready.complete(null);
            } else if (System.nanoTime() > deadline) {
                String last = response == null
                        ? "no answer"
                        : "HTTP " + response.statusCode() + " "
                                + response.body().strip();
                ready.completeExceptionally(tooSlow(process, health, budget, last));
            } else {
                clock.schedule(
                        () -> ask(process, health, deadline, budget, wanted, ready),
                        POLL.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        });
    }

    private static StackStartException ended(ChildProcess process, int code) {
        List<String> words = process.logTail(LAST_WORDS);
        String all = String.join("\n", words).toLowerCase(Locale.ROOT);
        boolean portTaken =
                code != 0 && (all.contains("address already in use") || all.contains("port already in use"));
        return new StackStartException(
                process.name() + " ended with exit code " + code + " while starting." + quote(process, words),
                portTaken);
    }

    private static StackStartException tooSlow(ChildProcess process, URI health, Duration budget, String last) {
        return new StackStartException(
                process.name() + " was not ready after " + budget.toSeconds() + " s: " + health + " gave " + last + "."
                        + quote(process, process.logTail(LAST_WORDS)),
                false);
    }

    private static String quote(ChildProcess process, List<String> words) {
        return words.isEmpty()
                ? " It wrote nothing to " + process.logFile() + "."
                : " The end of " + process.logFile() + ":\n  " + String.join("\n  ", words);
    }
}
