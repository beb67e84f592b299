package io.airproof.report;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the reader of a terminal sees at the end of a run. */
final class Summary {
    private static final int SLOWEST = 3;
    private static final double MILLIS_PER_SECOND = 1000;

    private Summary() {}

    static String of(RunResult run, String whereTheReportIs) {
        StringBuilder text = new StringBuilder();
        for (Status red : List.of(Status.FAILED, Status.NOT_MEASURED, Status.UNSTABLE)) {
            run.with(red).forEach(one -> text.append(red.word().toUpperCase(Locale.ROOT))
                    .append("  ")
                    .append(one.name())
                    .append("  [")
                    .append(one.id())
                    .append("]\n")
                    .append(indented(one.reason()))
                    .append('\n'));
        }
        if (!text.isEmpty()) {
            text.insert(0, '\n');
        }
        text.append('\n')
                .append(run.interrupted() ? "Airproof was interrupted" : "Airproof is done")
                .append(String.format(Locale.ROOT, " after %.1f s%n", run.wall().toMillis() / MILLIS_PER_SECOND));
        line(text, "passed", passedIds(run), run.with(Status.PASSED).size());
        for (Status status : List.of(Status.FAILED, Status.NOT_MEASURED, Status.UNSTABLE, Status.KNOWN_DEFECT)) {
            line(text, status.word(), ids(run.with(status)), run.with(status).size());
        }
        long notRun = run.with(Status.NOT_RUN).size();
        if (notRun > 0) {
            text.append(String.format(Locale.ROOT, "  %-14s%s%n", "not run", count(notRun, "scenario")));
        }
        if (notRun == run.scenarios().size()) {
            text.append("  Nothing was run, so nothing is proven: check the tag filter.\n");
        }
        slowest(text, run);
        text.append(String.format(Locale.ROOT, "  %-14s%s%n", "report", whereTheReportIs));
        return text.toString();
    }

    private static void slowest(StringBuilder text, RunResult run) {
        if (run.facts().get("time_s") instanceof Map<?, ?> parts && !parts.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-14s%s%n",
                    "time",
                    parts.entrySet().stream()
                            .map(part -> part.getKey() + " " + part.getValue() + " s")
                            .collect(Collectors.joining(", "))));
            return;
        }
        String longest = run.scenarios().stream()
                .filter(one -> !one.duration().isZero())
                .sorted(Comparator.comparing(ScenarioResult::duration).reversed())
                .limit(SLOWEST)
                .map(one -> String.format(
                        Locale.ROOT, "%.1f s %s", one.duration().toMillis() / MILLIS_PER_SECOND, one.name()))
                .collect(Collectors.joining("; "));
        if (!longest.isEmpty()) {
            text.append(String.format(Locale.ROOT, "  %-14s%s%n", "slowest", longest));
        }
    }

    private static void line(StringBuilder text, String label, Set<String> ids, int scenarios) {
        if (!ids.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-14s%s in %s: %s%n",
                    label,
                    count(ids.size(), "requirement"),
                    count(scenarios, "scenario"),
                    String.join(" ", ids)));
        }
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** A requirement has passed when none of its scenarios went another way. */
    private static Set<String> passedIds(RunResult run) {
        Set<String> ids = ids(run.with(Status.PASSED));
        for (Status other : List.of(Status.FAILED, Status.NOT_MEASURED, Status.UNSTABLE, Status.KNOWN_DEFECT)) {
            ids.removeAll(ids(run.with(other)));
        }
        return ids;
    }

    private static Set<String> ids(List<ScenarioResult> scenarios) {
        return scenarios.stream()
                .flatMap(one -> one.requirements().stream())
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String indented(String text) {
        return text.lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
