package io.airproof.catalogue;

import io.airproof.evidence.RequirementTags;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds the tags of features against the catalogue and the vocabulary. Finds everything that is wrong, not the first. */
final class FeatureTags {
    private static final Pattern PRIORITY = Pattern.compile("@p[1-3]");
    private static final Pattern PROGRAMME = Pattern.compile("the (\\d+(?:\\.\\d+)?) s .*is published.*");
    private static final double MINUTE = 60;

    private final Catalogue catalogue;
    private final TagVocabulary vocabulary;

    FeatureTags(Catalogue catalogue, TagVocabulary vocabulary) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
    }

    /** Every feature under the folder, by path. */
    static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> features = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".feature")).toList()) {
                features.put(file.toString(), Files.readString(file));
            }
        }
        return features;
    }

    /** What is wrong with the tags of these features, one sentence each; empty when nothing is. */
    List<String> faults(Map<String, String> features) {
        List<String> faults = new ArrayList<>();
        features.forEach((path, text) -> scenarios(path, text, faults).forEach(pickle -> {
            String scenario = path + ", \"" + pickle.getName() + "\"";
            faults.addAll(faults(scenario, tags(pickle)));
            if (lastsAMinute(pickle) != tags(pickle).contains("@minute")) {
                faults.add(scenario + ": @minute belongs to the scenarios whose programme lasts "
                        + "a minute or longer, and to no others.");
            }
        }));
        return faults.stream().distinct().toList();
    }

    /** Ids of this priority that no scenario is tagged with, in the order of the catalogue. */
    List<String> withoutScenario(String priority, Map<String, String> features) {
        Set<String> tagged = new LinkedHashSet<>();
        features.forEach((path, text) ->
                scenarios(path, text, new ArrayList<>()).forEach(pickle -> tagged.addAll(tags(pickle))));
        return catalogue.all().stream()
                .filter(one -> one.priority().equals(priority))
                .filter(one -> !tagged.contains(one.tag()))
                .map(Requirement::id)
                .toList();
    }

    private List<String> faults(String scenario, List<String> tags) {
        List<String> faults = new ArrayList<>();
        tags.stream()
                .filter(tag -> !RequirementTags.isId(tag) && !vocabulary.knows(tag))
                .forEach(tag -> faults.add(scenario + ": the tag " + tag
                        + " is unknown. Use one from features/README.md, or explain a new one there."));
        List<String> ids = RequirementTags.idsOf(tags);
        if (ids.isEmpty()) {
            faults.add(scenario + ": no requirement id. Tag it with the requirement that it proves, such as @DUB-007.");
        }
        List<String> priorities = tags.stream()
                .filter(tag -> PRIORITY.matcher(tag).matches())
                .distinct()
                .toList();
        for (String id : ids) {
            catalogue
                    .find(id)
                    .ifPresentOrElse(
                            requirement -> {
                                if (!priorities.equals(List.of(requirement.priorityTag()))) {
                                    faults.add(scenario + ": " + id + " has the priority " + requirement.priority()
                                            + " in the catalogue, the scenario has "
                                            + (priorities.isEmpty() ? "none" : priorities)
                                            + ". Tag it with " + requirement.priorityTag() + " alone.");
                                }
                            },
                            () -> faults.add(scenario + ": " + id
                                    + " is not in the catalogue. Correct the id, or add the row."));
        }
        return faults;
    }

    private static boolean lastsAMinute(Pickle pickle) {
        return pickle.getSteps().stream()
                .map(step -> PROGRAMME.matcher(step.getText()))
                .anyMatch(match -> match.matches() && Double.parseDouble(match.group(1)) >= MINUTE);
    }

    private static List<String> tags(Pickle pickle) {
        return pickle.getTags().stream().map(PickleTag::getName).toList();
    }

    private static List<Pickle> scenarios(String path, String text, List<String> faults) {
        List<Pickle> scenarios = new ArrayList<>();
        List<Envelope> messages = GherkinParser.builder()
                .includeSource(false)
                .build()
                .parse(path, text.getBytes(StandardCharsets.UTF_8))
                .toList();
        messages.forEach(message -> {
            message.getPickle().ifPresent(scenarios::add);
            message.getParseError().ifPresent(error -> faults.add(path + ": " + error.getMessage()));
        });
        return scenarios;
    }
}
