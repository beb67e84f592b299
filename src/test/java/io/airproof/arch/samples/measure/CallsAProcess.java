package io.airproof.arch.samples.measure;

/** A measurement that depends on the machine. */
public record CallsAProcess(ProcessBuilder process) {}
