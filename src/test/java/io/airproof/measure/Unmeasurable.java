package io.airproof.measure;

/**
 * A reading that could not be made.
 *
 * @param reason what was missing, in a sentence that names the figures
 */
public record Unmeasurable<T>(String reason) implements Reading<T> {}
