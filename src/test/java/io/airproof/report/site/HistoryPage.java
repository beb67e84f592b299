package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The page of the past: the last runs, and how each scenario went in them. */
public final class HistoryPage {

    private HistoryPage() {}

    /**
     * A run.
     *
     * @param when it began
     * @param counts how many scenarios ended how
     */
    public record Run(String when, Map<String, Integer> counts) {}

    /**
     * A scenario and its past.
     *
     * @param row the scenario
     * @param change what is new about it
     * @param past its outcomes
     */
    public record Line(Row row, String change, Past past) {}

    static Map<String, Object> model(Report report) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("kept", History.KEPT);
        model.put("runs", runs(report.history()));
        model.put("lines", lines(report));
        return model;
    }

    /** The last runs on the same stack, the newest first. */
    private static List<Run> runs(History history) {
        Map<String, Map<String, Integer>> runs = new TreeMap<>(Comparator.reverseOrder());
        history.outcomes().values().forEach(outcomes -> outcomes.stream()
                .filter(one -> one.stack().equals(history.stack()))
                .forEach(one ->
                        runs.computeIfAbsent(one.run(), any -> new TreeMap<>()).merge(one.status(), 1, Integer::sum)));
        return runs.entrySet().stream()
                .limit(History.KEPT)
                .map(one -> new Run(Past.when(one.getKey()), one.getValue()))
                .toList();
    }

    /** What has changed comes first. */
    private static List<Line> lines(Report report) {
        Map<History.Change, List<Line>> byChange = new TreeMap<>(Comparator.comparing(HistoryPage::concern));
        for (ScenarioResult scenario : report.run().scenarios()) {
            History.Change change = report.history().change(scenario);
            Past.of(scenario, report.history())
                    .forEach(past -> byChange.computeIfAbsent(change, any -> new ArrayList<>())
                            .add(new Line(Row.of(scenario), change.name().toLowerCase(Locale.ROOT), past)));
        }
        return byChange.values().stream().flatMap(List::stream).toList();
    }

    private static int concern(History.Change change) {
        return List.of(
                        History.Change.REGRESSED,
                        History.Change.UNSTABLE,
                        History.Change.FIXED,
                        History.Change.NEW,
                        History.Change.SAME)
                .indexOf(change);
    }
}
