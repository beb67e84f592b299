/**
 * Prometheus text, format 0.0.4: a strict reader (pure), one scrape, and a series of scrapes.
 *
 * <p>Room: {@code driver}. It may touch the network through {@code java.net.http}. What a number should be is said
 * elsewhere.
 */
@NullMarked
package io.airproof.driver.metrics;

import org.jspecify.annotations.NullMarked;
