package io.airproof.driver.mediamtx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One path as the API tells it. Old and new names of members are read alike: {@code ready}/{@code available}, {@code
 * tracks}/{@code tracks2}, {@code bytesReceived}/{@code inboundBytes}, {@code bytesSent}/{@code outboundBytes}.
 *
 * @param name {@code live/<id>/in}
 * @param ready can be read
 * @param tracks names of codecs: {@code H264}, {@code MPEG-4 Audio}
 * @param source who publishes, if somebody does
 * @param readers who reads
 * @param bytesReceived from the publisher, ≥ 0
 * @param bytesSent to all readers, ≥ 0
 */
public record PathState(
        String name,
        boolean ready,
        List<String> tracks,
        Optional<Source> source,
        List<Reader> readers,
        long bytesReceived,
        long bytesSent) {

    /** A publisher: {@code rtmpConn} and its id. */
    public record Source(String type, String id) {}

    /** A reader: {@code rtmpConn}, {@code rtspSession}… and its id. */
    public record Reader(String type, String id) {}

    public PathState {
        tracks = List.copyOf(tracks);
        readers = List.copyOf(readers);
    }

    static PathState of(JsonNode item) {
        List<String> tracks = new ArrayList<>();
        JsonNode listed = item.path("tracks");
        (listed.isArray() ? listed : item.path("tracks2"))
                .forEach(track ->
                        tracks.add(track.isObject() ? track.path("codec").asText() : track.asText()));
        List<Reader> readers = new ArrayList<>();
        item.path("readers")
                .forEach(reader -> readers.add(new Reader(
                        reader.path("type").asText(), reader.path("id").asText())));
        JsonNode source = item.path("source");
        return new PathState(
                item.path("name").asText(),
                either(item, "ready", "available").asBoolean(),
                tracks,
                source.isObject()
                        ? Optional.of(new Source(
                                source.path("type").asText(), source.path("id").asText()))
                        : Optional.empty(),
                readers,
                either(item, "bytesReceived", "inboundBytes").asLong(),
                either(item, "bytesSent", "outboundBytes").asLong());
    }

    private static JsonNode either(JsonNode item, String old, String now) {
        return item.has(old) ? item.path(old) : item.path(now);
    }

    /** Equal but for the byte counts. */
    boolean looksLike(PathState other) {
        return name.equals(other.name)
                && ready == other.ready
                && tracks.equals(other.tracks)
                && source.equals(other.source)
                && readers.equals(other.readers);
    }

    /** In a few words, for timelines. */
    public String inBrief() {
        return name + (ready ? " ready" : " not ready") + ", tracks " + tracks + ", "
                + source.map(Source::type).orElse("no source") + ", " + readers.size() + " readers, " + bytesReceived
                + " bytes in";
    }
}
