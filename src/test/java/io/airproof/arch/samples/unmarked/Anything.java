package io.airproof.arch.samples.unmarked;

/** In a package that does not say whether null is allowed. */
public final class Anything {}
