/**
 * Waiting: every wait of the suite has a name, a deadline, a poll interval, and leaves its timeline as evidence.
 *
 * <p>Room: {@code driver}. It may touch Awaitility and clocks, and nothing else of the suite. This is the only place
 * where the suite waits; nobody sleeps.
 */
@NullMarked
package io.airproof.driver.wait;

import org.jspecify.annotations.NullMarked;
