package io.airproof.driver.rtmp;

import java.time.Instant;
import java.util.Map;

/** What a client asked of the media server, or told it. */
public sealed interface RtmpEvent {

    /** Of which path, such as live/one/in. */
    String path();

    /** When its last byte was here. */
    Instant at();

    /**
     * It asked to read.
     *
     * @param refused whether the relay broke the connection instead of passing it
     */
    record Play(String path, Instant at, boolean refused) implements RtmpEvent {}

    /**
     * It asked to publish.
     *
     * @param refused whether the relay broke the connection instead of passing it
     */
    record Publish(String path, Instant at, boolean refused) implements RtmpEvent {}

    /**
     * It described what it publishes (onMetaData).
     *
     * @param values texts, numbers and booleans by name, as text
     */
    record Metadata(String path, Instant at, Map<String, String> values) implements RtmpEvent {
        public Metadata {
            values = Map.copyOf(values);
        }
    }
}
