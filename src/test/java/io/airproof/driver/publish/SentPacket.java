package io.airproof.driver.publish;

import io.airproof.media.FlvTag;
import java.time.Duration;
import java.time.Instant;

/**
 * A packet of content and when it was handed to the carrier.
 *
 * @param kind picture or sound
 * @param contentTime its time stamp, counted from the content's frame 0
 * @param at when it was sent
 */
public record SentPacket(FlvTag.Kind kind, Duration contentTime, Instant at) {}
