package io.airproof.report;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Scenario;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each scenario stands: the line of every scenario and example row, and the name of every feature. */
public final class Outline {
    private static final String FEATURES = "/features/";
    private final Map<String, Long> lineOfNode = new HashMap<>();
    private final Map<String, String> featureOfUri = new HashMap<>();

    /** Takes note of a feature. */
    public void add(GherkinDocument document) {
        document.getFeature().ifPresent(feature -> add(document.getUri().orElse("unknown.feature"), feature));
    }

    /** Line of the scenario, or of its example row; 0 when the feature was not heard of. */
    long lineOf(Pickle pickle) {
        List<String> nodes = pickle.getAstNodeIds();
        return nodes.isEmpty() ? 0 : lineOfNode.getOrDefault(nodes.get(nodes.size() - 1), 0L);
    }

    /** Feature file and line, such as {@code features/dubbing/01_pipeline.feature:11}. */
    public String idOf(Pickle pickle) {
        return readable(pickle.getUri()) + ":" + lineOf(pickle);
    }

    String featureOf(Pickle pickle) {
        return featureOfUri.getOrDefault(pickle.getUri(), readable(pickle.getUri()));
    }

    private void add(String uri, Feature feature) {
        featureOfUri.put(uri, feature.getName());
        feature.getChildren().forEach(child -> {
            child.getScenario().ifPresent(this::add);
            child.getRule().ifPresent(rule -> rule.getChildren()
                    .forEach(inRule -> inRule.getScenario().ifPresent(this::add)));
        });
    }

    private void add(Scenario scenario) {
        lineOfNode.put(scenario.getId(), scenario.getLocation().getLine());
        for (Examples examples : scenario.getExamples()) {
            examples.getTableBody()
                    .forEach(
                            row -> lineOfNode.put(row.getId(), row.getLocation().getLine()));
        }
    }

    /**
     * A path relative to the project where that is possible, so that the id is the same on every machine; also that of a
     * feature which was run in another folder.
     */
    public static String readable(String uri) {
        URI parsed = URI.create(uri);
        if (!"file".equals(parsed.getScheme())) {
            return uri.replaceFirst("^classpath:", "");
        }
        String given = parsed.getSchemeSpecificPart();
        Path here = Path.of("").toAbsolutePath().normalize();
        Path there = Path.of(given).toAbsolutePath().normalize();
        String path = (there.startsWith(here) ? here.relativize(there) : there)
                .toString()
                .replace('\\', '/');
        int elsewhere = path.indexOf(FEATURES);
        return elsewhere >= 0 && !there.startsWith(here) ? path.substring(elsewhere + 1) : path;
    }
}
