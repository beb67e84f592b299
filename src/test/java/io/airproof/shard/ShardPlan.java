package io.airproof.shard;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which shard runs which scenario. Scenarios that begin with the same sentence stay together, since they share a programme:
 * apart, each shard would have to play it. The longest group goes first, always to the shard that has least to do. Every
 * machine with the same features and durations makes the same plan.
 */
final class ShardPlan {

    /** What a group is taken to last of which nothing is known, in seconds: about a 30 s programme. */
    private static final double UNKNOWN = 40;

    /** What each further scenario of a group adds, in seconds: measuring what was recorded. */
    private static final double ONE_MORE = 0.5;

    private final Map<String, Integer> shards;

    private ShardPlan(Map<String, Integer> shards) {
        this.shards = Map.copyOf(shards);
    }

    /** Names a scenario by its feature file and its name: lines move too often. Rows of equal name count as one. */
    static String key(URI feature, String scenario) {
        Path here = Path.of("").toAbsolutePath();
        Path file = Path.of(feature.getSchemeSpecificPart()).toAbsolutePath();
        Path shown = file.startsWith(here) ? here.relativize(file) : file;
        return shown.toString().replace('\\', '/') + " / " + scenario;
    }

    /** Plans all scenarios below a folder. */
    static ShardPlan of(Path features, Durations durations, int count) {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (Pickle pickle : pickles(features)) {
            groups.computeIfAbsent(opening(pickle), any -> new HashSet<>())
                    .add(key(URI.create("file:" + pickle.getUri()), pickle.getName()));
        }
        Map<String, Double> weights = new HashMap<>();
        groups.forEach((opening, keys) -> weights.put(opening, weight(keys, durations)));
        double[] load = new double[count];
        Map<String, Integer> shards = new HashMap<>();
        groups.keySet().stream()
                .sorted(Comparator.comparingDouble((String opening) -> -weights.getOrDefault(opening, UNKNOWN))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(opening -> {
                    int least = least(load);
                    load[least] += weights.getOrDefault(opening, UNKNOWN);
                    // A scenario outline has rows of one name in several groups: the first decides.
                    groups.getOrDefault(opening, Set.of()).forEach(key -> shards.putIfAbsent(key, least + 1));
                });
        return new ShardPlan(shards);
    }

    /** The shard of a scenario, from 1; one that is not known belongs to the first. */
    int shardOf(String key) {
        return shards.getOrDefault(key, 1);
    }

    /** Every scenario and its shard. */
    Map<String, Integer> all() {
        return shards;
    }

    private static String opening(Pickle pickle) {
        return pickle.getSteps().isEmpty()
                ? pickle.getName()
                : pickle.getSteps().get(0).getText();
    }

    private static double weight(Set<String> keys, Durations durations) {
        return keys.stream()
                        .mapToDouble(key -> durations.seconds().getOrDefault(key, UNKNOWN))
                        .max()
                        .orElse(UNKNOWN)
                + ONE_MORE * keys.size();
    }

    private static int least(double[] load) {
        int least = 0;
        for (int i = 1; i < load.length; i++) {
            if (load[i] < load[least]) {
                least = i;
            }
        }
        return least;
    }

    private static List<Pickle> pickles(Path features) {
        GherkinParser parser = GherkinParser.builder()
                .includeSource(false)
                .includeGherkinDocument(false)
                .build();
        List<Pickle> pickles = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(features)) {
            for (Path file : walk.filter(one -> one.toString().endsWith(".feature"))
                    .sorted()
                    .toList()) {
                parser.parse(file.toString(), Files.readAllBytes(file))
                        .map(Envelope::getPickle)
                        .forEach(pickle -> pickle.ifPresent(pickles::add));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the features in " + features + " cannot be read: " + e.getMessage(), e);
        }
        return pickles;
    }
}
