package io.airproof.fault.received;

import io.airproof.driver.ffmpeg.Feed;
import io.airproof.media.FlvReader;
import io.airproof.media.FlvTag;
import io.airproof.media.FlvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** FLV into a program and out of it. */
final class FlvPipe {

    private FlvPipe() {}

    static Feed of(List<FlvTag> tags) {
        return out -> {
            FlvWriter writer = new FlvWriter(out);
            for (FlvTag tag : tags) {
                writer.write(tag);
            }
        };
    }

    static List<FlvTag> read(byte[] flv) {
        try (FlvReader reader = new FlvReader(new ByteArrayInputStream(flv))) {
            return reader.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("ffmpeg gave no FLV", e);
        }
    }
}
