package io.airproof.reference.sts.echo;

import io.airproof.reference.sts.engine.Engine;
import io.airproof.reference.sts.engine.Job;
import io.airproof.reference.sts.message.Models;
import io.airproof.reference.sts.message.Outcome;
import io.airproof.reference.sts.message.StageShares;
import io.airproof.reference.sts.message.StageTimings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Gives every fragment back after a chosen time, or fails it as a client's simulation asks. */
public final class EchoEngine implements Engine {

    private static final String MODEL = "echo-mock";

    private final Duration delay;

    /** An engine that takes {@code delay} for each fragment, however many there are. */
    public EchoEngine(Duration delay) {
        this.delay = delay;
    }

    @Override
    public CompletableFuture<Void> whenReady() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Outcome> process(Job job) {
        Outcome outcome = outcome(job);
        return delay.isZero()
                ? CompletableFuture.completedFuture(outcome)
                : new CompletableFuture<Outcome>().completeOnTimeout(outcome, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Outcome outcome(Job job) {
        StageShares timings = total -> new StageTimings(total / 3, total / 3, total / 3);
        Models models = new Models(MODEL, MODEL, MODEL, Optional.empty());
        String text = "[ECHO] seq=" + job.fragment().sequenceNumber();
        return job.simulated()
                .<Outcome>map(failure ->
                        new Outcome.Failed(failure, Optional.empty(), Optional.empty(), timings, Optional.of(models)))
                .orElseGet(() -> new Outcome.Dubbed(false, job.fragment().audio(), text, text, timings, models));
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
