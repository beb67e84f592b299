package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of the run: what happened when, what the services wrote, and on what it ran. */
public final class RunPage {
    private static final int BARS = 300;
    private static final int LOG_LINES = 200;
    private static final double WIDTH = 1000;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final List<String> NO_ENVIRONMENT = List.of("phases", "time_s", "versions");

    private RunPage() {}

    /**
     * A bar of the timeline.
     *
     * @param label what it stands for
     * @param page page of the scenario; empty for a phase
     * @param mark the word of its status; {@code phase} for a phase
     * @param x where it begins, 0 to 1000
     * @param width how wide it is
     * @param from when it began, for people, from the begin of the run
     * @param took how long, for people
     */
    public record Bar(String label, String page, String mark, double x, double width, String from, String took) {}

    /**
     * The log of a service.
     *
     * @param service its name
     * @param lines its last lines
     * @param leftOut how many lines come before them
     * @param href the file; empty when it is not kept
     */
    public record Log(String service, List<LogText.Line> lines, int leftOut, String href) {}

    /** A fact and its value. */
    public record Fact(String name, String value) {}

    static Map<String, Object> model(Report report, Map<String, String> logFiles) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("verdict", report.verdictSentence());
        model.put("mark", report.verdict());
        model.put("bars", bars(report));
        model.put("ticks", ticks(report));
        model.put(
                "logs",
                report.logs().stream()
                        .map(log -> new Log(
                                log.service(),
                                log.lines()
                                        .subList(
                                                Math.max(0, log.lines().size() - LOG_LINES),
                                                log.lines().size()),
                                Math.max(0, log.lines().size() - LOG_LINES),
                                logFiles.getOrDefault(log.service(), "")))
                        .toList());
        model.put("facts", facts(report));
        model.put("unreadable", report.story().unreadable());
        return model;
    }

    private static List<Bar> bars(Report report) {
        Instant zero = report.run().started();
        double whole = Math.max(1, span(report).toMillis());
        List<Bar> bars = new ArrayList<>();
        if (report.run().facts().get("phases") instanceof List<?> phases) {
            phases.forEach(one -> phase(one)
                    .ifPresent(phase -> bars.add(bar(
                            phase.name(), "", "phase", Duration.between(zero, phase.from()), phase.took(), whole))));
        }
        report.run().scenarios().stream()
                .filter(one -> one.status() != Status.NOT_RUN)
                .sorted(Comparator.comparing(ScenarioResult::duration).reversed())
                .limit(BARS)
                .flatMap(one -> started(one, report).stream().map(from -> new Begun(one, from)))
                .sorted(Comparator.comparing(Begun::from))
                .forEach(one -> bars.add(bar(
                        one.scenario().name(),
                        Row.of(one.scenario()).page(),
                        one.scenario().status().word(),
                        Duration.between(zero, one.from()),
                        one.scenario().duration(),
                        whole)));
        return bars;
    }

    /** From the begin of the run to its end; shards that ran one after the other reach beyond the longest of them. */
    private static Duration span(Report report) {
        return report.run().scenarios().stream()
                .flatMap(one -> started(one, report).stream()
                        .map(from ->
                                Duration.between(report.run().started(), from).plus(one.duration())))
                .reduce(report.run().wall(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private record Begun(ScenarioResult scenario, Instant from) {}

    private record Phase(String name, Instant from, Duration took) {}

    private static Optional<Phase> phase(Object fact) {
        if (fact instanceof Map<?, ?> map
                && map.get("from") instanceof String from
                && map.get("took_s") instanceof Number took) {
            return Optional.of(new Phase(
                    String.valueOf(map.get("name")),
                    Instant.parse(from),
                    Duration.ofMillis(Math.round(took.doubleValue() * MILLIS_PER_SECOND))));
        }
        return Optional.empty();
    }

    private static Bar bar(String label, String page, String mark, Duration from, Duration took, double whole) {
        double x = Math.max(0, Math.min(WIDTH, from.toMillis() / whole * WIDTH));
        double width = Math.max(2, Math.min(WIDTH - x, took.toMillis() / whole * WIDTH));
        return new Bar(label, page, mark, Math.round(x), Math.round(width), Row.seconds(from), Row.seconds(took));
    }

    private static Optional<Instant> started(ScenarioResult scenario, Report report) {
        return Optional.ofNullable(report.story().scenarios().get(scenario.id()))
                .flatMap(Story.Scenario::last)
                .map(Story.Attempt::started);
    }

    /** Seconds at which the timeline has a line: at most ten. */
    private static List<Map<String, Object>> ticks(Report report) {
        double seconds = span(report).toMillis() / MILLIS_PER_SECOND;
        double step = 1;
        for (double next : List.of(2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0)) {
            step = seconds / step > 10 ? next : step;
        }
        List<Map<String, Object>> ticks = new ArrayList<>();
        for (double at = 0; at <= seconds; at += step) {
            ticks.add(Map.of("x", Math.round(at / Math.max(seconds, 1e-3) * WIDTH), "label", Math.round(at) + " s"));
        }
        return ticks;
    }

    private static List<Fact> facts(Report report) {
        List<Fact> facts = new ArrayList<>();
        Texts texts = report.texts();
        facts.add(new Fact(texts.text("run.started"), report.run().started().toString()));
        facts.add(new Fact(texts.text("run.wall"), Row.seconds(report.run().wall())));
        report.run().facts().forEach((name, value) -> {
            if (name.equals("versions") && value instanceof Map<?, ?> versions) {
                versions.forEach((tool, version) ->
                        facts.add(new Fact(String.valueOf(tool), Mask.secrets(String.valueOf(version)))));
            } else if (!NO_ENVIRONMENT.contains(name) && !String.valueOf(value).isEmpty()) {
                facts.add(new Fact(texts.textOr("fact." + name, name), Mask.secrets(String.valueOf(value))));
            }
        });
        return facts;
    }
}
