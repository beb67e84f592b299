package io.airproof.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.airproof.evidence.Provenance;
import io.airproof.evidence.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code results.json} back, so that pages can be made of a run that ended long ago or somewhere else. */
public final class ResultsReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS_PER_SECOND = 1000;
    private static final List<String> NO_FACTS = List.of("started", "wall_s", "interrupted");

    private ResultsReader() {}

    /**
     * The run in the file.
     *
     * @throws UncheckedIOException when the file cannot be read or is no JSON; the message names it
     * @throws IllegalArgumentException when a member is missing or wrong; the message names it
     */
    public static RunResult read(Path file) {
        try {
            return run(JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the results in " + file + ": " + e.getMessage(), e);
        }
    }

    private static RunResult run(JsonNode root) {
        JsonNode about = root.path("run");
        if (!about.isObject() || !root.path("scenarios").isArray()) {
            throw new IllegalArgumentException("This is no results.json: \"run\" or \"scenarios\" is missing.");
        }
        ObjectNode facts = about.deepCopy();
        facts.remove(NO_FACTS);
        List<ScenarioResult> scenarios = new ArrayList<>();
        root.path("scenarios").forEach(one -> scenarios.add(scenario(one)));
        return new RunResult(
                Instant.parse(about.path("started").asText()),
                seconds(about.path("wall_s")),
                about.path("interrupted").asBoolean(),
                JSON.convertValue(facts, new TypeReference<Map<String, Object>>() {}),
                List.copyOf(scenarios));
    }

    private static ScenarioResult scenario(JsonNode node) {
        List<WireFormat.Reading> measurements = new ArrayList<>();
        node.path("measurements").forEach(one -> measurements.add(measurement(one)));
        return new ScenarioResult(
                node.path("id").asText(),
                node.path("name").asText(),
                node.path("feature").asText(),
                texts(node.path("tags")),
                texts(node.path("requirements")),
                Status.ofWord(node.path("status").asText()),
                node.path("reason").asText(),
                seconds(node.path("duration_s")),
                List.copyOf(measurements),
                texts(node.path("evidence")));
    }

    private static WireFormat.Reading measurement(JsonNode node) {
        String name = node.path("name").asText();
        int space = Math.max(0, name.indexOf(' '));
        return new WireFormat.Reading(
                name.substring(0, space),
                name.substring(space).strip(),
                node.path("value").asDouble(),
                node.path("unit").asText(),
                node.path("limit").asText(),
                node.path("source").asText(),
                number(node.path("floor")),
                number(node.path("ceiling")),
                node.path("margin").asDouble(),
                node.path("kept").asBoolean(),
                Provenance.ofWord(node.path("provenance").asText()),
                node.path("where").asText(),
                Optional.of(node.path("suspect").asText("")).filter(label -> !label.isEmpty()));
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }

    private static Duration seconds(JsonNode number) {
        return Duration.ofMillis(Math.round(number.asDouble() * MILLIS_PER_SECOND));
    }
}
