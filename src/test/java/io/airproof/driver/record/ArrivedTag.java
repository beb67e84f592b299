package io.airproof.driver.record;

import io.airproof.media.FlvTag;
import java.time.Instant;

/**
 * A packet and when it came.
 *
 * @param tag the packet at its time stamp in the stream
 * @param arrivedAt wall time of its arrival
 */
public record ArrivedTag(FlvTag tag, Instant arrivedAt) {}
