package io.airproof.driver.tap;

import java.time.Duration;
import java.time.Instant;

/**
 * A message on its way to a receiver.
 *
 * @param message what
 * @param at when it had arrived at the tap, or was made by it
 * @param delay how much later than {@code at} it goes on, at the earliest
 * @param origin who made it
 */
record Parcel(Message message, Instant at, Duration delay, Origin origin) {

    /** Time left until it may go on; zero or negative when it is due. */
    Duration left() {
        return delay.minus(Duration.between(at, Instant.now()));
    }
}
