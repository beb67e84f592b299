package io.airproof.driver.metrics;

import java.time.Instant;

/**
 * A scrape with its time.
 *
 * @param at when the answer had come
 * @param exposition what it said
 */
public record TimedExposition(Instant at, Exposition exposition) {}
