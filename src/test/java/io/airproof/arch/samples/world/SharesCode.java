package io.airproof.arch.samples.world;

import io.airproof.arch.samples.reference.UsesTheSuite;

/** The judge must not use what is judged. */
public record SharesCode(UsesTheSuite other) {}
