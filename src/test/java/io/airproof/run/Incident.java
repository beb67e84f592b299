package io.airproof.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that happens to a programme while it is on air.
 *
 * @param name what happens; equal names at equal times are the same incident
 * @param at from the first packet of content
 * @param action what is done
 */
public record Incident(String name, Duration at, Action action) {

    /** Does it, to this programme. */
    @FunctionalInterface
    public interface Action {
        void run(Stage stage);
    }

    /**
     * That it happened: the fault was active.
     *
     * @param name what
     * @param at when
     * @param failure why it could not be done; empty text if it was
     */
    public record Happened(String name, Instant at, String failure) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Incident same && same.name.equals(name) && same.at.equals(at);
    }

    @Override
    public int hashCode() {
        return name.hashCode() + at.hashCode();
    }
}
