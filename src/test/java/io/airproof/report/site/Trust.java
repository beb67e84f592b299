package io.airproof.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far the suite is to be trusted: what it made of seeded faults, as {@code trust.json} tells.
 *
 * @param faults how many were seeded
 * @param detection share that something noticed, percent
 * @param localisation share that an expected scenario noticed, percent
 * @param falseAlarms scenarios that turned red without a fault
 * @param findings one for each fault and each control
 */
public record Trust(
        int faults, double detection, double localisation, List<String> falseAlarms, List<Finding> findings) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "none";

    /**
     * A fault.
     *
     * @param id its name
     * @param what what was broken
     * @param where in which record it was broken
     * @param programme which programme was damaged
     * @param expected requirements that should notice
     * @param scenarios how many scenarios looked at the programme
     * @param detected whether something turned red
     * @param localised whether an expected requirement was among them
     * @param red what turned red
     */
    public record Finding(
            String id,
            String what,
            String where,
            String programme,
            List<String> expected,
            int scenarios,
            boolean detected,
            boolean localised,
            List<Red> red) {

        /** Seeded nothing: red is a false alarm. */
        public boolean isControl() {
            return expected.isEmpty();
        }
    }

    /**
     * A scenario that turned red.
     *
     * @param requirements its ids
     * @param scenario its name
     * @param why the first line of its failure
     */
    public record Red(List<String> requirements, String scenario, String why) {}

    /** What the file tells; empty when there is none or when it cannot be read. */
    static Optional<Trust> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            List<Finding> findings = new ArrayList<>();
            root.path("findings").forEach(one -> findings.add(finding(one)));
            return Optional.of(new Trust(
                    root.path("faults").asInt(),
                    root.path("detection_percent").asDouble(),
                    root.path("localisation_percent").asDouble(),
                    texts(root.path("false_alarms")),
                    List.copyOf(findings)));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    /** Findings in the order in which they concern a reader: missed faults and false alarms first, quiet controls last. */
    public List<Finding> byConcern() {
        return findings.stream().sorted(Comparator.comparing(Trust::rank)).toList();
    }

    private static int rank(Finding finding) {
        if (finding.isControl()) {
            return finding.detected() ? 0 : 4;
        }
        return finding.localised() ? 3 : finding.detected() ? 2 : 1;
    }

    /** Whether every fault was noticed and nothing else. */
    public boolean isFlawless() {
        return falseAlarms.isEmpty() && findings.stream().allMatch(one -> one.isControl() || one.detected());
    }

    /** What was broken when this scenario turned red. */
    List<Finding> redFor(String scenario) {
        return findings.stream()
                .filter(finding -> !finding.isControl())
                .filter(finding ->
                        finding.red().stream().anyMatch(red -> red.scenario().equals(scenario)))
                .toList();
    }

    private static Finding finding(JsonNode node) {
        List<Red> red = new ArrayList<>();
        node.path("red")
                .forEach(one -> red.add(new Red(
                        texts(one.path("requirements")),
                        one.path("scenario").asText(),
                        Mask.secrets(
                                one.path("why").asText().lines().findFirst().orElse("")))));
        return new Finding(
                node.path("id").asText(),
                node.path("what").asText(),
                node.path("where").asText(NOTHING),
                node.path("programme").asText(),
                texts(node.path("expected")),
                node.path("scenarios").asInt(),
                node.path("detected").asBoolean(),
                node.path("localised").asBoolean(),
                List.copyOf(red));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }
}
