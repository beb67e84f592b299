package io.airproof.shard;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long scenarios took in an earlier run, in seconds, by {@link ShardPlan#key}.
 *
 * @param seconds may be empty, or lack some
 */
record Durations(Map<String, Double> seconds) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    Durations {
        seconds = Map.copyOf(seconds);
    }

    /** Reads the file; a missing one is empty. */
    static Durations read(Path file) {
        try {
            return new Durations(
                    Files.exists(file)
                            ? JSON.readValue(file.toFile(), new TypeReference<Map<String, Double>>() {})
                            : Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes the file, sorted, so that changes are readable. */
    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(new TreeMap<>(seconds)) + "\n");
    }
}
