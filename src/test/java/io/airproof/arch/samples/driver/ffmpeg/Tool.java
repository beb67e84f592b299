package io.airproof.arch.samples.driver.ffmpeg;

import io.airproof.arch.samples.world.Sleeps;

/** A driver that looks up to the world. */
public record Tool(Sleeps sleeps) {}
