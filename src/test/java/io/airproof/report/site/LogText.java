package io.airproof.report.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log of one service, its last part where it is long, with secrets covered.
 *
 * @param service name of the service
 * @param lines in order
 * @param leftOut bytes before the first line that were not read
 */
public record LogText(String service, List<Line> lines, long leftOut) {
    /** This much of the end of a log is read. */
    static final int KEPT_BYTES = 2_000_000;

    private static final int LONGEST_LINE = 600;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME_END = "\\.log(\\.txt)?$";

    /**
     * A line.
     *
     * @param text the line as it is shown
     * @param raw the line as it was written, covered and cut
     * @param level {@code error}, {@code warning} or {@code info}
     */
    public record Line(String text, String raw, String level) {

        /** Whether it tells of trouble. */
        public boolean isTrouble() {
            return !level.equals("info");
        }
    }

    /**
     * Reads the end of a log.
     *
     * @throws UncheckedIOException when it cannot be read; the message names it
     */
    static LogText read(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long skipped = Math.max(0, in.length() - KEPT_BYTES);
            in.seek(skipped);
            byte[] bytes = new byte[(int) Math.min(in.length() - skipped, KEPT_BYTES)];
            in.readFully(bytes);
            List<Line> lines = new ArrayList<>();
            String text = new String(bytes, StandardCharsets.UTF_8);
            text.lines().skip(skipped > 0 ? 1 : 0).map(LogText::line).forEach(lines::add);
            return new LogText(file.getFileName().toString().replaceFirst(NAME_END, ""), List.copyOf(lines), skipped);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the log " + file + ": " + e.getMessage(), e);
        }
    }

    /** The lines that have this text in them. */
    List<Line> about(String word) {
        return lines.stream().filter(line -> line.raw().contains(word)).toList();
    }

    private static Line line(String written) {
        String raw = cut(Mask.secrets(cut(written, 4 * LONGEST_LINE)), 4 * LONGEST_LINE);
        return json(raw)
                .map(node -> new Line(
                        cut(
                                "%s %-5s %s"
                                        .formatted(
                                                node.path("time").asText(),
                                                node.path("level").asText(),
                                                node.path("message").asText()),
                                LONGEST_LINE),
                        raw,
                        level(" " + node.path("level").asText() + " ")))
                .orElseGet(() -> new Line(cut(raw, LONGEST_LINE), raw, level(raw)));
    }

    private static Optional<JsonNode> json(String raw) {
        if (!raw.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(raw)).filter(node -> node.hasNonNull("message"));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** By the words that the services and MediaMTX use for it. */
    private static String level(String text) {
        if (text.contains(" ERROR ") || text.contains(" ERR ")) {
            return "error";
        }
        return text.contains(" WARN ") || text.contains(" WAR ") ? "warning" : "info";
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " … (cut)";
    }
}
