package io.airproof.report.site;

import io.airproof.report.Outline;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The prose and the keywords of features, which pickles do not carry. */
final class FeatureTexts {
    private final Map<String, List<Feature>> features = new TreeMap<>();
    private final Map<String, String> descriptionOfNode = new HashMap<>();
    private final Map<String, String> keywordOfNode = new HashMap<>();

    void add(GherkinDocument document) {
        document.getFeature().ifPresent(feature -> {
            features.computeIfAbsent(
                            Outline.readable(document.getUri().orElse("unknown.feature")), any -> new ArrayList<>())
                    .add(feature);
            feature.getChildren().forEach(this::note);
        });
    }

    /** The prose of a scenario. */
    String descriptionOf(Pickle pickle) {
        return pickle.getAstNodeIds().stream()
                .map(node -> descriptionOfNode.getOrDefault(node, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The sentences of a scenario, with their keywords. */
    List<Story.Sentence> sentences(Pickle pickle) {
        return pickle.getSteps().stream()
                .map(step -> new Story.Sentence(
                        step.getId(),
                        step.getAstNodeIds().stream()
                                .map(node -> keywordOfNode.getOrDefault(node, ""))
                                .filter(word -> !word.isEmpty())
                                .findFirst()
                                .orElse(""),
                        step.getText(),
                        argument(step)))
                .toList();
    }

    /** Every feature with the ids of its scenarios. */
    Map<String, Story.Feature> features(Collection<Pickle> pickles, Outline outline) {
        Map<String, List<String>> idsOfNode = new HashMap<>();
        for (Pickle pickle : pickles) {
            pickle.getAstNodeIds().forEach(node -> idsOfNode
                    .computeIfAbsent(node, any -> new ArrayList<>())
                    .add(outline.idOf(pickle)));
        }
        Map<String, Story.Feature> told = new LinkedHashMap<>();
        features.forEach((path, same) -> told.put(
                path,
                new Story.Feature(
                        path, same.get(0).getName(), prose(same.get(0).getDescription()), parts(same, idsOfNode))));
        return told;
    }

    /** The parts of a feature. Merged runs have it once for each shard, each time with other scenarios. */
    private static List<Story.Part> parts(List<Feature> same, Map<String, List<String>> idsOfNode) {
        Map<String, Story.Part> parts = new LinkedHashMap<>();
        same.stream()
                .flatMap(feature -> parts(feature, idsOfNode).stream())
                .forEach(part -> parts.merge(part.rule(), part, FeatureTexts::both));
        parts.values()
                .removeIf(part -> part.rule().isEmpty() && part.scenarios().isEmpty());
        return List.copyOf(parts.values());
    }

    private static Story.Part both(Story.Part one, Story.Part other) {
        return new Story.Part(
                one.rule(),
                one.description(),
                Stream.concat(one.scenarios().stream(), other.scenarios().stream())
                        .distinct()
                        .sorted(Comparator.comparing(FeatureTexts::line))
                        .toList());
    }

    private static int line(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
    }

    private static List<Story.Part> parts(Feature feature, Map<String, List<String>> idsOfNode) {
        List<Story.Part> parts = new ArrayList<>();
        List<String> outside = ids(feature.getChildren().stream().map(FeatureChild::getScenario), idsOfNode);
        parts.add(new Story.Part("", "", outside));
        for (FeatureChild child : feature.getChildren()) {
            child.getRule()
                    .ifPresent(rule -> parts.add(new Story.Part(
                            rule.getName(),
                            prose(rule.getDescription()),
                            ids(rule.getChildren().stream().map(RuleChild::getScenario), idsOfNode))));
        }
        return List.copyOf(parts);
    }

    private static List<String> ids(Stream<Optional<Scenario>> scenarios, Map<String, List<String>> idsOfNode) {
        return scenarios
                .flatMap(Optional::stream)
                .flatMap(scenario -> idsOfNode.getOrDefault(scenario.getId(), List.of()).stream())
                .toList();
    }

    private void note(FeatureChild child) {
        child.getScenario().ifPresent(this::note);
        child.getBackground().ifPresent(this::note);
        child.getRule().ifPresent(this::note);
    }

    private void note(Rule rule) {
        rule.getChildren().forEach(child -> {
            child.getScenario().ifPresent(this::note);
            child.getBackground().ifPresent(this::note);
        });
    }

    private void note(Background background) {
        background.getSteps().forEach(this::note);
    }

    private void note(Scenario scenario) {
        descriptionOfNode.put(scenario.getId(), prose(scenario.getDescription()));
        scenario.getSteps().forEach(this::note);
    }

    private void note(Step step) {
        keywordOfNode.put(step.getId(), step.getKeyword().strip());
    }

    private static List<String> argument(PickleStep step) {
        Optional<PickleStepArgument> argument = step.getArgument();
        return argument.flatMap(PickleStepArgument::getDataTable)
                .map(table -> table.getRows().stream()
                        .map(row -> row.getCells().stream()
                                .map(cell -> cell.getValue())
                                .collect(Collectors.joining(" | ")))
                        .toList())
                .or(() -> argument.flatMap(PickleStepArgument::getDocString)
                        .map(text -> text.getContent().lines().toList()))
                .orElse(List.of());
    }

    /** Gherkin keeps the indentation of a description; Markdown would take it for code. */
    private static String prose(String description) {
        return description.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
