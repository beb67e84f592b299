package io.airproof.driver.tap;

import java.time.Instant;

/**
 * Something the tap did to a connection because it was told to, or could not do: the proof that a fault was active.
 *
 * @param at when
 * @param connection number of the connection
 * @param direction the way of the frame; for a whole connection, the worker's way
 * @param what who did what to what, in words: {@code "drop fragment:processed: dropped TEXT 42[…"}
 */
public record Intervention(Instant at, long connection, Direction direction, String what) {}
