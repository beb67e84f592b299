package io.airproof.reference.media.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Waits between tries that double each time (contract 6.4: 2, 4, 8, 16, 32 s, each ± 20 %).
 *
 * @param base first wait
 * @param tries how many there are
 */
record Backoff(Duration base, int tries) {

    /** Half of what is allowed: the other half is for the time that a connection takes. */
    private static final double JITTER = 0.1;

    /** The wait before a try, counted from 0; empty when there are no more tries. */
    Optional<Duration> before(int attempt, RandomGenerator random) {
        if (attempt >= tries) {
            return Optional.empty();
        }
        double factor = (1L << attempt) * (1 + JITTER * (2 * random.nextDouble() - 1));
        return Optional.of(Duration.ofNanos(Math.round(base.toNanos() * factor)));
    }
}
