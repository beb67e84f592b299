package io.airproof.run;

import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.media.FlvTag;
import io.airproof.media.FlvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The beginning of a recording as a file of its own: what somebody would have who watched that long. */
public final class OutputExcerpt {

    private OutputExcerpt() {}

    /**
     * Writes what arrived within {@code reading} of the first picture, beside the recording.
     *
     * @return the file
     */
    public static Path write(Recording recording, Duration reading) {
        String name = recording.file().getFileName().toString().replace(".flv", "");
        Path file = recording.file().resolveSibling("%s-first-%d-s.flv".formatted(name, reading.toSeconds()));
        List<ArrivedTag> tags = recording.tags();
        var end = tags.stream()
                .filter(arrived -> arrived.tag().kind() == FlvTag.Kind.VIDEO
                        && arrived.tag().isMedia())
                .findFirst()
                .map(first -> first.arrivedAt().plus(reading));
        Path partial = file.resolveSibling(
                file.getFileName() + "." + Thread.currentThread().getId());
        try {
            try (FlvWriter writer = new FlvWriter(Files.newOutputStream(partial))) {
                for (ArrivedTag arrived : tags) {
                    if (end.isEmpty() || arrived.arrivedAt().isBefore(end.get())) {
                        writer.write(arrived.tag());
                    }
                }
            }
            return Files.move(partial, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the excerpt %s could not be written".formatted(file), e);
        }
    }
}
