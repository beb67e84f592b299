package io.airproof.report.site;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.airproof.evidence.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What there is to hear and see of a programme, read from {@code exhibit.json}. Times are seconds of the clip; those of
 * the wire begin with its first event.
 *
 * @param programme what was broadcast, for people
 * @param stream name of the stream
 * @param length how long the clip is
 * @param tracks source, dub and output, as far as they could be had
 * @param fragments what was sent to the STS and what came back
 * @param pictures pictures of the output
 * @param wire what worker and STS said to each other
 * @param missing what could not be had; a sentence each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Showcase(
        String programme,
        String stream,
        @JsonProperty("length_s") double length,
        List<Track> tracks,
        List<Fragment> fragments,
        List<Picture> pictures,
        List<Message> wire,
        List<String> missing) {

    /** Width of the plot of offsets. */
    public static final double PLOT_WIDTH = 600;

    /** Height of the plot of offsets, and half of it. */
    public static final double PLOT_HEIGHT = 120;

    private static final double OFFSET_LIMIT_MS = 120;
    private static final double PLOT_AROUND = 1.25;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A sound, beginning at 0. */
    public record Track(
            String id,
            String file,
            @JsonProperty("length_s") double length,
            List<Integer> peaks) {}

    /** A fragment and its result; the turnaround is negative when none came. */
    public record Fragment(
            int number,
            @JsonProperty("from_s") double from,
            @JsonProperty("to_s") double to,
            String status,
            String transcript,
            String translation,
            @JsonProperty("turnaround_s") double turnaround,
            List<OffsetAt> offsets) {

        /** Such as {@code 6–12 s}. */
        public String range() {
            return Numbers.text(from) + "–" + Numbers.text(to) + " s";
        }

        /** Time to the result, for people; empty when none came. */
        public String answered() {
            return turnaround < 0 ? "" : String.format(Locale.ROOT, "%.2f s", turnaround);
        }

        /** The offset farthest from 0, for people; empty when none was measured. */
        public String offset() {
            return offsets.stream()
                    .max(java.util.Comparator.comparing(one -> Math.abs(one.ms())))
                    .map(one -> String.format(Locale.ROOT, "%+.1f ms", one.ms()))
                    .orElse("");
        }
    }

    /** Sound against picture, ms, positive when the sound is early. */
    public record OffsetAt(@JsonProperty("at_s") double at, double ms) {}

    /** A picture of the output; the frame is -1 when it is none of the clip. */
    public record Picture(String file, @JsonProperty("at_s") double at, int frame) {

        /** When it is shown, for people. */
        public String when() {
            return String.format(Locale.ROOT, "%.2f s", at);
        }
    }

    /** An event on the wire. */
    public record Message(
            @JsonProperty("at_s") double at,
            @JsonProperty("to_sts") boolean toSts,
            String event,
            String detail,
            boolean fault) {

        /** When it passed, for people. */
        public String when() {
            return String.format(Locale.ROOT, "%.3f s", at);
        }
    }

    /** A point of the plot of offsets. */
    public record Point(double x, double y, String label) {}

    /**
     * The showcase in the folder; empty when there is none that can be read. Files that it names but that are not there
     * are left out.
     */
    static Optional<Showcase> read(Path folder) {
        Path file = folder.resolve("exhibit.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Showcase told = JSON.readValue(file.toFile(), Showcase.class);
            return Optional.of(new Showcase(
                    told.programme(),
                    told.stream(),
                    told.length(),
                    told.tracks().stream()
                            .filter(one -> isIn(folder, one.file()))
                            .toList(),
                    told.fragments(),
                    told.pictures().stream()
                            .filter(one -> isIn(folder, one.file()))
                            .toList(),
                    told.wire().stream()
                            .map(one -> new Message(
                                    one.at(), one.toSts(), one.event(), Mask.secrets(one.detail()), one.fault()))
                            .toList(),
                    told.missing()));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static boolean isIn(Path folder, String name) {
        return Slug.of(name).equals(name) && Files.isRegularFile(folder.resolve(name));
    }

    /** Writes what the player reads: a page that is opened as a file may load scripts, but no JSON. */
    void writeScript(Path folder) {
        try {
            Files.writeString(
                    folder.resolve("exhibit.js"),
                    "(window.airproofExhibits = window.airproofExhibits || {})[" + JSON.writeValueAsString(stream)
                            + "] = " + JSON.writeValueAsString(new Heard(length, tracks, fragments)) + ";\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The showcase of " + stream + " is no JSON.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the script of " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What the player needs. */
    private record Heard(@JsonProperty("length_s") double length, List<Track> tracks, List<Fragment> fragments) {}

    /** Whether there is an offset to plot. */
    public boolean hasOffsets() {
        return fragments.stream().anyMatch(one -> !one.offsets().isEmpty());
    }

    /** The offsets as points of the plot. */
    public List<Point> points() {
        return fragments.stream()
                .flatMap(fragment -> fragment.offsets().stream())
                .map(one -> new Point(
                        Math.round(one.at() / Math.max(length, 1e-3) * PLOT_WIDTH),
                        Math.round(PLOT_HEIGHT / 2 - one.ms() / scale() * PLOT_HEIGHT / 2),
                        String.format(Locale.ROOT, "%+.1f ms, %.2f s", one.ms(), one.at())))
                .toList();
    }

    /** Half of the height of the band that offsets have to stay in, in the units of the plot. */
    public double band() {
        return Math.round(OFFSET_LIMIT_MS / scale() * PLOT_HEIGHT / 2);
    }

    private double scale() {
        double greatest = fragments.stream()
                .flatMap(fragment -> fragment.offsets().stream())
                .mapToDouble(one -> Math.abs(one.ms()))
                .max()
                .orElse(0);
        return Math.max(OFFSET_LIMIT_MS, greatest) * PLOT_AROUND;
    }
}
