package io.airproof.driver.record;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A stream as a viewer got it.
 *
 * @param source address it was read from
 * @param tags every packet in the order of arrival, sequence headers included
 * @param file the same packets as an FLV file
 * @param startedAt when the reader was started
 * @param lastWords what ffmpeg said last: why the recording ended
 * @param endedAt when the stream had ended
 */
public record Recording(
        URI source, List<ArrivedTag> tags, Path file, Instant startedAt, Instant endedAt, String lastWords) {

    public Recording {
        tags = List.copyOf(tags);
    }
}
