package io.airproof.report.site;

import io.airproof.evidence.Numbers;
import io.airproof.evidence.WireFormat;
import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The run in a few lines of Markdown, fit for a comment on a pull request: verdict, what changed, what is red. */
public final class MarkdownSummary {
    /** Rows that a reader still reads; the rest is in the report. */
    private static final int ROWS = 20;

    private static final int LONGEST = 160;
    private static final List<Status> RED =
            List.of(Status.FAILED, Status.NOT_MEASURED, Status.UNSTABLE, Status.KNOWN_DEFECT);

    private MarkdownSummary() {}

    /** A red scenario with the measurement that is worst. */
    public record Red(String ids, String mark, String measured, String limit, String name) {}

    static Map<String, Object> model(Report report) {
        List<ScenarioResult> red = RED.stream()
                .flatMap(status -> report.run().with(status).stream())
                .toList();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("verdict", plain(report.verdictSentence()));
        model.put("run", plain(runOf(report)));
        model.put("changes", changes(report));
        model.put("red", red.stream().limit(ROWS).map(MarkdownSummary::row).toList());
        model.put("more", Math.max(0, red.size() - ROWS));
        return model;
    }

    /** What was run, as one sentence. */
    static String runOf(Report report) {
        String tags = String.valueOf(report.run().facts().getOrDefault("tags", ""));
        return report.texts()
                .text(
                        tags.isEmpty() ? "summary.run.all" : "summary.run",
                        report.run().scenarios().size()
                                - report.run().with(Status.NOT_RUN).size(),
                        report.run().scenarios().size(),
                        Row.seconds(report.run().wall()),
                        String.valueOf(report.run().facts().getOrDefault("stack", "")),
                        tags);
    }

    private static Map<String, List<String>> changes(Report report) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        for (History.Change change : List.of(History.Change.REGRESSED, History.Change.FIXED, History.Change.UNSTABLE)) {
            List<String> names = report.run().scenarios().stream()
                    .filter(one -> report.history().change(one) == change)
                    .limit(ROWS)
                    .map(one -> plain(one.name()))
                    .toList();
            if (!names.isEmpty()) {
                changes.put(change.name().toLowerCase(Locale.ROOT), names);
            }
        }
        return changes;
    }

    private static Red row(ScenarioResult scenario) {
        Optional<WireFormat.Reading> worst = scenario.measurements().stream()
                .min(Comparator.comparing(WireFormat.Reading::kept).thenComparing(WireFormat.Reading::margin))
                .filter(one -> scenario.status() != Status.NOT_MEASURED);
        return new Red(
                plain(String.join(" ", scenario.requirements())),
                scenario.status().word(),
                plain(worst.map(one -> one.name() + " " + Numbers.near(one.value(), one.unit(), one.margin()))
                        .orElseGet(() -> Brief.of(scenario))),
                plain(worst.map(WireFormat.Reading::limit).orElse("")),
                plain(scenario.name()));
    }

    /** Text that Markdown shows as it is, on one line of a table. */
    static String plain(String text) {
        String line = Mask.secrets(text).replaceAll("\\s+", " ").strip();
        String cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        return cut.replaceAll("([\\\\`*_\\[\\]<>|#!~@])", "\\\\$1");
    }
}
