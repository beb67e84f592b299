package io.airproof.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How many programmes at once the machine carried, as {@code scale.json} tells.
 *
 * @param processors cores of the machine
 * @param climbs one for each kind of STS
 */
public record Scale(int processors, List<Climb> climbs) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MEGABYTE = 1 << 20;

    /** Sound and picture are less than 120 ms apart (contract dubbing §5.5). */
    private static final OptionalDouble OFFSET_MS = OptionalDouble.of(120);

    public Scale {
        climbs = List.copyOf(climbs);
    }

    /**
     * More and more programmes through one kind of STS.
     *
     * @param sts which: dubbing or echo
     * @param carried the most at once for which every promise was kept
     * @param steps up to the first that broke a promise
     */
    public record Climb(String sts, int carried, List<Step> steps) {

        /** What each further programme costs, and what becomes of the promises, as drawings. */
        public List<Curve> curves() {
            return List.of(
                    curve("offset", "ms", OFFSET_MS, Step::offsetMs),
                    curve("answer", "ms", OptionalDouble.empty(), Step::answerMs),
                    curve("cores", "", OptionalDouble.empty(), Step::serviceCores),
                    curve("cost", "", OptionalDouble.empty(), step -> step.serviceCores() / step.streams()),
                    curve("memory", "MB", OptionalDouble.empty(), Step::megabytes));
        }

        private Curve curve(String name, String unit, OptionalDouble ceiling, ToDoubleFunction<Step> value) {
            List<Trend.Value> values = steps.stream()
                    .map(step -> new Trend.Value(Integer.toString(step.streams()), value.applyAsDouble(step)))
                    .toList();
            return new Curve(name, Trend.of(values, unit, OptionalDouble.empty(), ceiling));
        }
    }

    /**
     * A value by the number of programmes.
     *
     * @param name which, for the texts
     * @param trend its drawing
     */
    public record Curve(String name, Trend trend) {}

    /**
     * What so many programmes at once came to.
     *
     * @param streams how many
     * @param fragments sent in all
     * @param unanswered fragments without a dub
     * @param framesLost frames that a viewer never got
     * @param offsetMs largest offset of sound and picture
     * @param answerMs 95th percentile of fragment to result
     * @param serviceCores cores that the services kept busy
     * @param suiteCores cores that publishers, recorders and measurements kept busy
     * @param megabytes memory of the services
     * @param broken what was not kept
     */
    public record Step(
            int streams,
            int fragments,
            int unanswered,
            int framesLost,
            double offsetMs,
            double answerMs,
            double serviceCores,
            double suiteCores,
            double megabytes,
            List<String> broken) {}

    /** What the file tells; empty when there is none or when it cannot be read. */
    static Optional<Scale> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            List<Climb> climbs = new ArrayList<>();
            root.path("climbs").forEach(one -> climbs.add(climb(one)));
            return climbs.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Scale(root.path("processors").asInt(), climbs));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static Climb climb(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        node.path("steps").forEach(one -> steps.add(step(one)));
        return new Climb(node.path("sts").asText(), node.path("carried").asInt(), List.copyOf(steps));
    }

    private static Step step(JsonNode node) {
        List<String> broken = new ArrayList<>();
        node.path("broken").forEach(one -> broken.add(Mask.secrets(one.asText())));
        return new Step(
                node.path("streams").asInt(),
                node.path("fragments").asInt(),
                node.path("unanswered").asInt(),
                node.path("frames_lost").asInt(),
                node.path("offset_ms").asDouble(),
                node.path("answer_p95_ms").asDouble(),
                node.path("service_cores").asDouble(),
                node.path("suite_cores").asDouble(),
                node.path("service_bytes").asDouble() / MEGABYTE,
                List.copyOf(broken));
    }
}
