package io.airproof.driver.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A log that may still be written to. */
public final class LogFile {

    private final Path file;

    public LogFile(Path file) {
        this.file = file;
    }

    /** All lines so far; bytes that are no UTF-8 are replaced. */
    public List<LogLine> lines() {
        return lines(line -> true);
    }

    /** The lines so far whose text is of this kind; the others are not parsed. */
    public List<LogLine> lines(Predicate<String> kind) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .filter(kind)
                    .map(LogLine::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the log " + file + " cannot be read", e);
        }
    }

    /** The lines about a stream. */
    public List<LogLine> about(String streamId) {
        return lines().stream()
                .filter(line -> line.member("stream_id").equals(streamId))
                .toList();
    }

    /** The lines of all these logs, each log after the other. */
    public static Stream<LogLine> allLines(List<Path> files) {
        return files.stream().flatMap(file -> new LogFile(file).lines().stream());
    }
}
