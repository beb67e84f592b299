package io.airproof.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How the start of a service with wrong settings ended.
 *
 * @param exitCode of the process; empty if it was still running when the patience ended
 * @param took from the start of the process to its end, or to the end of the patience
 * @param log what it wrote
 */
public record StartAttempt(OptionalInt exitCode, Duration took, Path log) {}
