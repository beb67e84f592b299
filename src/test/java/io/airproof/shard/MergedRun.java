package io.airproof.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of all shards as those of one run. */
final class MergedRun {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String FILE = "results.json";
    private static final Set<String> RED = Set.of("failed", "not-measured");

    private final ObjectNode root;
    private final List<Share> shares;

    private MergedRun(ObjectNode root, List<Share> shares) {
        this.root = root;
        this.shares = shares;
    }

    /** Who tells of which scenario. */
    List<Share> shares() {
        return shares;
    }

    /** The results of one shard, and where they were found. */
    private record Part(int number, int count, JsonNode root, Path file) {

        Map<String, JsonNode> scenarios() {
            Map<String, JsonNode> all = new LinkedHashMap<>();
            root.path("scenarios").forEach(one -> all.put(one.path("id").asText(), one));
            return all;
        }
    }

    /**
     * Merges every {@code results.json} below a folder.
     *
     * @throws IllegalArgumentException if a shard is missing, doubled or of another run, or a scenario was run by none or
     *     by two of them; the message names it
     */
    static MergedRun of(Path folder) throws IOException {
        Map<Integer, Part> parts = parts(folder);
        Part first = parts.values().iterator().next();
        for (int number = 1; number <= first.count(); number++) {
            if (!parts.containsKey(number)) {
                throw new IllegalArgumentException("Shard %d/%d is missing in %s: found %s."
                        .formatted(number, first.count(), folder, parts.keySet()));
            }
        }
        for (Part part : parts.values()) {
            requireSameRun(first, part);
        }
        ObjectNode root = JSON.createObjectNode();
        ObjectNode run = ((ObjectNode) first.root().path("run")).deepCopy();
        run.put("shard", "all " + first.count());
        run.put(
                "wall_s",
                parts.values().stream()
                        .mapToDouble(part -> part.root().at("/run/wall_s").asDouble())
                        .max()
                        .orElse(0));
        run.put("interrupted", parts.values().stream().anyMatch(part -> part.root()
                .at("/run/interrupted")
                .asBoolean()));
        run.put("started", earliest(parts.values()));
        // Of one shard alone it would be no folder of this run.
        run.remove("folder");
        run.set("phases", phases(parts.values()));
        root.set("run", run);
        ArrayNode scenarios = root.putArray("scenarios");
        Map<Integer, Set<String>> owned = new TreeMap<>();
        for (String id : first.scenarios().keySet()) {
            Part owner = owner(id, parts.values());
            owned.computeIfAbsent(owner.number(), any -> new LinkedHashSet<>()).add(id);
            scenarios.add(owner.scenarios().get(id));
        }
        return new MergedRun(
                root,
                parts.values().stream()
                        .map(part -> new Share(
                                part.number(),
                                part.file().resolveSibling(""),
                                owned.getOrDefault(part.number(), Set.of())))
                        .toList());
    }

    private static String earliest(Iterable<Part> parts) {
        String earliest = "";
        for (Part part : parts) {
            String started = part.root().at("/run/started").asText();
            earliest = earliest.isEmpty() || started.compareTo(earliest) < 0 ? started : earliest;
        }
        return earliest;
    }

    /** What the stacks did, each phase named after its shard. */
    private static ArrayNode phases(Iterable<Part> parts) {
        ArrayNode all = JSON.createArrayNode();
        for (Part part : parts) {
            part.root()
                    .at("/run/phases")
                    .forEach(phase -> all.add(((ObjectNode) phase.deepCopy())
                            .put(
                                    "name",
                                    "shard " + part.number() + ": "
                                            + phase.path("name").asText())));
        }
        return all;
    }

    private static Map<Integer, Part> parts(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.endsWith(FILE)).sorted().toList();
        }
        Map<Integer, Part> parts = new TreeMap<>();
        for (Path file : files) {
            JsonNode root = JSON.readTree(file.toFile());
            String[] shard = root.at("/run/shard").asText().split("/", -1);
            if (shard.length != 2) {
                throw new IllegalArgumentException(file + " is not of a shard: it was run without -Dshard.");
            }
            Part part = new Part(Integer.parseInt(shard[0]), Integer.parseInt(shard[1]), root, file);
            Part same = parts.put(part.number(), part);
            if (same != null) {
                throw new IllegalArgumentException("Shard %d/%d is there twice: %s and %s."
                        .formatted(part.number(), part.count(), same.file(), file));
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("There is no " + FILE + " in or below " + folder + ".");
        }
        return parts;
    }

    private static void requireSameRun(Part first, Part other) {
        for (String fact : List.of("/run/tags", "/run/stack")) {
            if (!first.root().at(fact).equals(other.root().at(fact))) {
                throw new IllegalArgumentException("%s and %s are of different runs: %s is %s and %s."
                        .formatted(
                                first.file(),
                                other.file(),
                                fact,
                                first.root().at(fact),
                                other.root().at(fact)));
            }
        }
        if (first.count() != other.count()
                || !first.scenarios().keySet().equals(other.scenarios().keySet())) {
            throw new IllegalArgumentException(first.file() + " and " + other.file()
                    + " are of different runs: they have other shards or scenarios.");
        }
    }

    /** The one shard that the scenario belongs to; of one that nobody has run, the first. */
    private static Part owner(String id, Iterable<Part> parts) {
        List<Part> owners = new ArrayList<>();
        List<JsonNode> theirs = new ArrayList<>();
        for (Part part : parts) {
            JsonNode scenario = part.scenarios().get(id);
            String reason = scenario == null ? "" : scenario.path("reason").asText();
            if (scenario != null && !reason.startsWith("Runs in shard ")) {
                owners.add(part);
                theirs.add(scenario);
            }
        }
        if (theirs.isEmpty()) {
            throw new IllegalArgumentException("No shard has run " + id + ".");
        }
        boolean ran = theirs.stream()
                .anyMatch(scenario -> !scenario.path("status").asText().equals("not-run"));
        if (ran && theirs.size() > 1) {
            throw new IllegalArgumentException(id + " was run by more than one shard: "
                    + owners.stream().map(part -> part.file().toString()).collect(Collectors.joining(", ")) + ".");
        }
        return owners.get(0);
    }

    /** The scenarios that turn the run red, each with its status. */
    List<String> red() {
        List<String> red = new ArrayList<>();
        root.path("scenarios").forEach(scenario -> {
            if (RED.contains(scenario.path("status").asText())) {
                red.add(scenario.path("status").asText() + "  "
                        + scenario.path("name").asText() + "  ["
                        + scenario.path("id").asText() + "]");
            }
        });
        return red;
    }

    /** How many scenarios have each status. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        root.path("scenarios")
                .forEach(scenario -> counts.merge(scenario.path("status").asText(), 1, Integer::sum));
        return counts;
    }

    /** How long each scenario took that was run, for the next plan. */
    Durations durations() {
        Map<String, Double> seconds = new TreeMap<>();
        root.path("scenarios").forEach(scenario -> {
            if (!scenario.path("status").asText().equals("not-run")) {
                String file = scenario.path("id").asText().replaceFirst(":\\d+$", "");
                seconds.merge(
                        file + " / " + scenario.path("name").asText(),
                        scenario.path("duration_s").asDouble(),
                        Math::max);
            }
        });
        return new Durations(seconds);
    }

    /** Writes results, messages and evidence as a single run would leave them, for the pages to be made of. */
    void writeReport(Path reports) throws IOException {
        write(reports.resolve(FILE));
        new MergedMessages().write(shares, reports.resolve(MergedMessages.FILE));
        MergedEvidence.write(shares, reports);
    }

    /** Writes it in the form of a single run. */
    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, JSON.writeValueAsString(root) + "\n");
    }
}
