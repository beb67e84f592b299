package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first page: the verdict, and every requirement with its scenarios. */
public final class HomePage {
    /** The same for every reader, wherever the page is made and read. */
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HomePage() {}

    /**
     * How many requirements stand like this.
     *
     * @param mark the word
     * @param number how many
     */
    public record Count(String mark, long number) {}

    /**
     * A requirement.
     *
     * @param id its id
     * @param priority P1, P2 or P3
     * @param text what must hold, as HTML
     * @param mark how it stands
     * @param why why it is not proven; empty when it is
     * @param source the document that asks for it
     * @param provenBy how it is proven
     * @param rows its scenarios
     */
    public record Item(
            String id,
            String priority,
            String text,
            String mark,
            String why,
            String source,
            String provenBy,
            List<Row> rows) {}

    /**
     * A capability.
     *
     * @param page file name of its page; empty when it has none
     * @param title what it is called
     * @param items its requirements
     */
    public record Capability(String page, String title, List<Item> items) {}

    /**
     * A system.
     *
     * @param name folder under features
     * @param capabilities in order
     */
    public record Area(String name, List<Capability> capabilities) {}

    static Map<String, Object> model(Report report) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("verdict", report.verdictSentence());
        model.put("mark", report.verdict());
        model.put(
                "counts",
                Arrays.stream(Standing.values())
                        .map(one -> new Count(one.word(), report.promises().count(one)))
                        .filter(one -> one.number() > 0)
                        .toList());
        model.put("systems", systems(report));
        model.put("run", MarkdownSummary.runOf(report));
        model.put("machine", machine(report));
        model.put("causes", Causes.of(report));
        model.put("changes", changes(report));
        model.put(
                "trust",
                report.trust()
                        .map(one -> report.texts()
                                .text(
                                        "home.trust",
                                        one.faults(),
                                        String.format(Locale.ROOT, "%.1f", one.detection()),
                                        one.falseAlarms().size()))
                        .orElse(report.texts().text("home.trust.none")));
        return model;
    }

    /** When and on what it ran, one entry each. */
    private static List<String> machine(Report report) {
        List<String> told = new ArrayList<>();
        told.add(WHEN.format(report.run().started()));
        for (String fact : List.of("shard", "machine")) {
            if (report.run().facts().get(fact) instanceof String text) {
                told.add(fact.equals("machine") ? text : fact + " " + text);
            }
        }
        if (report.run().facts().get("versions") instanceof Map<?, ?> versions) {
            versions.forEach((tool, version) -> told.add(Mask.secrets(tool + " " + version)));
        }
        return told;
    }

    private static List<Area> systems(Report report) {
        Map<String, Map<String, List<Item>>> systems = new LinkedHashMap<>();
        for (String feature : report.byFeature().keySet()) {
            systems.computeIfAbsent(Report.systemOf(feature), any -> new LinkedHashMap<>())
                    .put(feature, new ArrayList<>());
        }
        List<Item> unspecified = new ArrayList<>();
        for (Promises.Promise promise : report.promises().all()) {
            Item item = item(promise, report);
            if (promise.scenarios().isEmpty()) {
                unspecified.add(item);
            } else {
                String feature = Report.featureOf(promise.scenarios().get(0));
                systems.getOrDefault(Report.systemOf(feature), Map.of())
                        .getOrDefault(feature, new ArrayList<>())
                        .add(item);
            }
        }
        List<Area> told = new ArrayList<>();
        systems.forEach((name, features) -> told.add(new Area(
                name,
                features.entrySet().stream()
                        .map(entry -> new Capability(
                                Report.pageOf(entry.getKey()), title(entry.getKey(), report), entry.getValue()))
                        .toList())));
        if (!unspecified.isEmpty()) {
            told.add(new Area(report.texts().text("home.unspecified"), List.of(new Capability("", "", unspecified))));
        }
        return told;
    }

    private static Item item(Promises.Promise promise, Report report) {
        return new Item(
                promise.requirement().id(),
                promise.requirement().priority(),
                Prose.line(promise.requirement().text()),
                promise.standing().word(),
                why(promise, report),
                promise.requirement().source(),
                promise.requirement().provenBy(),
                promise.scenarios().stream().map(Row::of).toList());
    }

    private static String why(Promises.Promise promise, Report report) {
        String word = promise.standing().word();
        return switch (promise.standing()) {
            case PROVEN -> "";
            case UNSPECIFIED -> report.texts().text("why.unspecified");
            case PARTLY ->
                report.texts()
                        .text(
                                "why.partly",
                                promise.scenarios().stream()
                                        .filter(one -> one.status() == io.airproof.report.Status.PASSED)
                                        .count(),
                                promise.scenarios().size());
            default ->
                promise.scenarios().stream()
                        .filter(one -> one.status().word().equals(word))
                        .map(Brief::of)
                        .findFirst()
                        .orElse("");
        };
    }

    private static Map<String, List<Row>> changes(Report report) {
        Map<String, List<Row>> changes = new LinkedHashMap<>();
        for (ScenarioResult scenario : report.run().scenarios()) {
            History.Change change = report.history().change(scenario);
            boolean told = change == History.Change.FIXED
                    || change == History.Change.REGRESSED
                    || change == History.Change.UNSTABLE;
            if (told) {
                changes.computeIfAbsent(change.name().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                        .add(Row.of(scenario));
            }
        }
        return changes;
    }

    private static String title(String feature, Report report) {
        return report.byFeature().getOrDefault(feature, List.of()).stream()
                .map(ScenarioResult::feature)
                .findFirst()
                .orElse(feature);
    }
}
