package io.airproof.measure;

/** A reading that succeeded. */
public record Measured<T>(T value) implements Reading<T> {}
