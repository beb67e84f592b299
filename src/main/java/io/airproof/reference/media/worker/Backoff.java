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

    /** Waits are spread by half of what is allowed, and are rather short: the time that a connection takes comes on top. */
    private static final double JITTER = 0.1;

    private static final double MIDDLE = 0.95;

    /** The wait before a try, counted from 0; empty when there are no more tries. */
    Optional<Duration> before(int attempt, RandomGenerator random) {
        if (attempt >= tries) {
            return Optional.empty();
        }
        double factor = (1L << attempt) * (MIDDLE + JITTER * (2 * random.nextDouble() - 1));
        return Optional.of(Duration.ofNanos(Math.round(base.toNanos() * factor)));
    }
}
