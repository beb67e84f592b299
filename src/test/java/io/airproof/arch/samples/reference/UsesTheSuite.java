package io.airproof.arch.samples.reference;

import io.airproof.arch.samples.world.Sleeps;

/** What is judged must not know its judge. */
public record UsesTheSuite(Sleeps sleeps) {}
