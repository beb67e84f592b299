package io.airproof.driver.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was published.
 *
 * @param connectedAt when the server had accepted the stream
 * @param contentStartedAt when the first packet of content was sent
 * @param endedAt when the stream was closed, everything sent
 * @param contentOffset time stamp of the content's frame 0 in the published stream
 * @param videoPackets pictures of the content that were sent
 * @param audioPackets packets of sound of the content that were sent
 * @param sent every packet of content that was sent on the clock, in order
 */
public record PublicationRecord(
        Instant connectedAt,
        Instant contentStartedAt,
        Instant endedAt,
        Duration contentOffset,
        int videoPackets,
        int audioPackets,
        List<SentPacket> sent) {

    public PublicationRecord {
        sent = List.copyOf(sent);
    }
}
