package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of a capability, which is a feature, and the page of a system: prose first, then the scenarios in order. */
public final class CapabilityPage {
    private static final String FEATURE = ".feature";

    private CapabilityPage() {}

    /**
     * A rule and its scenarios.
     *
     * @param name the rule; empty for scenarios outside of rules
     * @param prose its description as HTML
     * @param rows its scenarios
     */
    public record Part(String name, String prose, List<Row> rows) {}

    /**
     * A capability in the list of a system.
     *
     * @param page file name of its page
     * @param title what it is called
     * @param marks how many scenarios have which status
     */
    public record Entry(String page, String title, Map<String, Integer> marks) {}

    static Map<String, Object> model(String feature, List<ScenarioResult> scenarios, Report report) {
        Optional<Story.Feature> told =
                Optional.ofNullable(report.story().features().get(feature));
        Map<String, ScenarioResult> byId = new LinkedHashMap<>();
        scenarios.forEach(one -> byId.put(one.id(), one));
        List<Part> parts = new ArrayList<>();
        told.ifPresent(one -> one.parts().forEach(part -> {
            List<Row> rows = part.scenarios().stream()
                    .flatMap(id -> Stream.ofNullable(byId.get(id)).map(Row::of))
                    .toList();
            part.scenarios().forEach(byId::remove);
            parts.add(new Part(part.rule(), prose(part.description()), rows));
        }));
        if (!byId.isEmpty()) {
            parts.add(new Part("", "", byId.values().stream().map(Row::of).toList()));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", scenarios.isEmpty() ? feature : scenarios.get(0).feature());
        model.put("file", feature);
        model.put("system", Report.systemOf(feature));
        model.put("prose", told.map(one -> prose(one.description())).orElse(""));
        model.put("parts", parts);
        return model;
    }

    /** The page of a system: its README and its capabilities. */
    static Map<String, Object> system(
            String system, Map<String, List<ScenarioResult>> features, Path project, Report report) {
        List<Entry> entries = new ArrayList<>();
        features.forEach((feature, scenarios) -> {
            if (Report.systemOf(feature).equals(system)) {
                Map<String, Integer> marks = new LinkedHashMap<>();
                scenarios.forEach(one -> marks.merge(one.status().word(), 1, Integer::sum));
                entries.add(new Entry(Report.pageOf(feature), scenarios.get(0).feature(), marks));
            }
        });
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", system);
        model.put("entries", entries);
        model.put("prose", readme(project.resolve("features").resolve(Slug.of(system)), features, report));
        return model;
    }

    private static String readme(Path folder, Map<String, List<ScenarioResult>> features, Report report) {
        Path file = folder.resolve("README.md");
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try {
            return Prose.html(Files.readString(file), target -> link(target, folder.getFileName() + "/", features));
        } catch (IOException e) {
            return Prose.html(report.texts().text("system.unreadable", String.valueOf(e.getMessage())), target -> "");
        }
    }

    /** Links between features lead to their pages; what the report does not hold becomes plain words. */
    private static String link(String target, String folder, Map<String, List<ScenarioResult>> features) {
        String feature = "features/" + folder + target;
        return target.endsWith(FEATURE) && features.containsKey(feature) ? Report.pageOf(feature) : "";
    }

    private static String prose(String description) {
        return Prose.html(description, target -> "");
    }
}
