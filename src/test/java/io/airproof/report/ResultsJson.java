package io.airproof.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.airproof.evidence.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The file {@code results.json}: a run in the shape that other tools and the living documentation read. */
final class ResultsJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double MILLIS_PER_SECOND = 1000;

    private ResultsJson() {}

    /**
     * Writes the file so that a reader finds either the old one or the whole new one, never a part.
     *
     * @throws UncheckedIOException naming the file when it cannot be written
     */
    static void write(RunResult run, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Path draft = file.resolveSibling(
                    "." + file.getFileName() + "." + ProcessHandle.current().pid());
            try {
                Files.writeString(draft, text(run));
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the results to " + file + ": " + e.getMessage(), e);
        }
    }

    static String text(RunResult run) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode about = root.putObject("run");
        about.put("started", run.started().truncatedTo(ChronoUnit.MILLIS).toString());
        about.put("wall_s", seconds(run.wall()));
        about.put("interrupted", run.interrupted());
        run.facts().forEach(about::putPOJO);
        ArrayNode scenarios = root.putArray("scenarios");
        run.scenarios().forEach(one -> scenario(scenarios.addObject(), one));
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact of the run cannot be written as JSON: " + run.facts(), e);
        }
    }

    private static void scenario(ObjectNode node, ScenarioResult scenario) {
        node.put("id", scenario.id());
        node.put("name", scenario.name());
        node.put("feature", scenario.feature());
        scenario.tags().forEach(node.putArray("tags")::add);
        scenario.requirements().forEach(node.putArray("requirements")::add);
        node.put("status", scenario.status().word());
        node.put("reason", scenario.reason());
        node.put("duration_s", seconds(scenario.duration()));
        ArrayNode measurements = node.putArray("measurements");
        scenario.measurements().forEach(one -> measurement(measurements.addObject(), one));
        scenario.evidence().forEach(node.putArray("evidence")::add);
    }

    private static void measurement(ObjectNode node, WireFormat.Reading measurement) {
        node.put("name", measurement.requirement() + " " + measurement.name());
        node.put("value", measurement.value());
        node.put("unit", measurement.unit());
        node.put("limit", measurement.limit());
        measurement.floor().ifPresent(floor -> node.put("floor", floor));
        measurement.ceiling().ifPresent(ceiling -> node.put("ceiling", ceiling));
        node.put("source", measurement.source());
        node.put("margin", measurement.margin());
        node.put("kept", measurement.kept());
        node.put("provenance", measurement.provenance().word());
        node.put("where", measurement.where());
        measurement.suspect().ifPresent(suspect -> node.put("suspect", suspect));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_PER_SECOND;
    }
}
