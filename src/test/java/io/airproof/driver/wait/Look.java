package io.airproof.driver.wait;

/**
 * What one look at a condition showed.
 *
 * @param reached the wait is over
 * @param observation what was seen, in a few words: {@code "not ready, 0 readers"}
 */
public record Look(boolean reached, String observation) {}
