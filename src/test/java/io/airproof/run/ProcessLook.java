package io.airproof.run;

import java.time.Instant;

/**
 * What the process of the media-service held at a moment.
 *
 * @param at when
 * @param memory resident, in bytes
 * @param openFiles files and sockets
 */
public record ProcessLook(Instant at, long memory, long openFiles) {}
