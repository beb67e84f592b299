package io.airproof.reference.sts.message;

import java.time.Duration;
import java.util.Optional;

/** How much is accepted and unanswered, and what the worker should do about it (contract 4.9). */
public enum LoadLevel {
    /** Up to 3 fragments. */
    LOW("low", "none", Optional.empty()),
    /** 4 to 6. */
    MEDIUM("medium", "slow_down", Optional.of(Duration.ofMillis(500))),
    /** 7 to 10. */
    HIGH("high", "pause", Optional.of(Duration.ofSeconds(2)));

    /** The most fragments that are accepted and unanswered; one more is refused. */
    public static final int LIMIT = 10;

    private static final int MOST_LOW = 3;
    private static final int MOST_MEDIUM = 6;

    private final String severity;
    private final String action;
    private final Optional<Duration> recommendedDelay;

    LoadLevel(String severity, String action, Optional<Duration> recommendedDelay) {
        this.severity = severity;
        this.action = action;
        this.recommendedDelay = recommendedDelay;
    }

    /** The level for a number of unanswered fragments. */
    public static LoadLevel of(int load) {
        if (load <= MOST_LOW) {
            return LOW;
        }
        return load <= MOST_MEDIUM ? MEDIUM : HIGH;
    }

    String severity() {
        return severity;
    }

    String action() {
        return action;
    }

    Optional<Duration> recommendedDelay() {
        return recommendedDelay;
    }
}
