package io.airproof.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;

/** How evidence travels in Cucumber's message stream: small JSON attachments, one per measurement or file. */
public final class WireFormat {
    /** Media type of a measurement. */
    public static final String MEASUREMENT = "application/vnd.airproof.measurement+json";

    /** Media type of the path of an evidence file. */
    public static final String FILE = "application/vnd.airproof.file+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private WireFormat() {}

    /** The measurement as one JSON object. */
    public static String write(Measurement measurement) {
        ObjectNode node = JSON.createObjectNode()
                .put("requirement", measurement.requirement())
                .put("name", measurement.name())
                .put("value", measurement.value())
                .put("unit", measurement.unit())
                .put("limit", measurement.limit().text())
                .put("source", measurement.limit().source())
                .put("margin", measurement.margin())
                .put("kept", measurement.kept())
                .put("provenance", measurement.provenance().word())
                .put("where", measurement.where());
        measurement.limit().floor().ifPresent(floor -> node.put("floor", floor));
        measurement.limit().ceiling().ifPresent(ceiling -> node.put("ceiling", ceiling));
        measurement.suspect().ifPresent(suspect -> node.put("suspect", suspect.label()));
        return node.toString();
    }

    /** The path of an evidence file as one JSON object. */
    public static String writeFile(String path) {
        return JSON.createObjectNode().put("path", path).toString();
    }

    /**
     * The path in a file entry.
     *
     * @throws IllegalArgumentException when the text is not a file written by {@link #writeFile}
     */
    public static String readFile(String json) {
        return parse(json).path("path").asText();
    }

    /**
     * The reading in a measurement entry.
     *
     * @throws IllegalArgumentException when the text is no measurement written by {@link #write}
     */
    public static Reading read(String json) {
        JsonNode node = parse(json);
        return new Reading(
                text(node, "requirement"),
                text(node, "name"),
                node.path("value").asDouble(),
                text(node, "unit"),
                text(node, "limit"),
                text(node, "source"),
                number(node, "floor"),
                number(node, "ceiling"),
                node.path("margin").asDouble(),
                node.path("kept").asBoolean(),
                Provenance.ofWord(text(node, "provenance")),
                text(node, "where"),
                Optional.of(node.path("suspect").asText("")).filter(label -> !label.isEmpty()));
    }

    private static OptionalDouble number(JsonNode node, String member) {
        return node.path(member).isNumber()
                ? OptionalDouble.of(node.path(member).asDouble())
                : OptionalDouble.empty();
    }

    private static String text(JsonNode node, String member) {
        if (!node.path(member).isTextual()) {
            throw new IllegalArgumentException("Attached measurement has no text \"" + member + "\": " + node);
        }
        return node.path(member).asText();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Attached evidence is no JSON: " + json, e);
        }
    }

    /**
     * A measurement as read back from the message stream, the limit already in words.
     *
     * @param requirement id of the requirement
     * @param name what the number is
     * @param value the number, in {@code unit}
     * @param unit unit of value, bounds and margin; empty for a pure number
     * @param limit what was promised, in words
     * @param source the document that asks for it
     * @param floor the lower bound, if there is one
     * @param ceiling the upper bound, if there is one
     * @param margin positive when the limit is kept by that much
     * @param kept whether the limit is kept
     * @param provenance how the number was obtained
     * @param where place in the media or on the wire
     * @param suspect the part to look at first when the limit is broken
     */
    public record Reading(
            String requirement,
            String name,
            double value,
            String unit,
            String limit,
            String source,
            OptionalDouble floor,
            OptionalDouble ceiling,
            double margin,
            boolean kept,
            Provenance provenance,
            String where,
            Optional<String> suspect) {}
}
