package io.airproof.driver.wait;

import java.time.Duration;

/**
 * Something that changes and can say so, so that a wait on it wakes at once and polls rarely.
 *
 * <p>The pattern is: read {@link #version()}, look at the state, and if it is not yet as wished call {@link
 * #awaitChange} with the version read. No change can be missed between the two.
 */
public interface ChangeSignal {

    /** A number that grows with each change, from 0. */
    long version();

    /**
     * Returns when {@link #version()} differs from {@code seen}, or after {@code atMost}, whichever is first.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    void awaitChange(long seen, Duration atMost) throws InterruptedException;
}
