package io.airproof.report.site;

import io.airproof.evidence.WireFormat;
import io.airproof.report.ScenarioResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What earlier runs made of a scenario, as it is shown.
 *
 * @param outcomes the oldest first
 * @param duration how long it took, over the runs
 * @param values the trend of each value that this run measured
 * @param green how many outcomes are green
 */
public record Past(List<Outcome> outcomes, Trend duration, List<Tracked> values, long green) {

    /**
     * An outcome.
     *
     * @param run when that run began
     * @param mark the word of its status
     * @param took how long it took, for people
     * @param values what was measured, in the order of the trends; empty where that run has none
     */
    public record Outcome(String run, String mark, String took, List<String> values) {}

    /**
     * A value over the runs.
     *
     * @param requirement the id
     * @param name what the number is
     * @param limit what is promised, in words
     * @param trend the values next to the limit
     */
    public record Tracked(String requirement, String name, String limit, Trend trend) {}

    /** The past of a scenario; empty when it was never run. */
    static Stream<Past> of(ScenarioResult scenario, History history) {
        List<History.Outcome> known = history.of(scenario);
        if (known.isEmpty()) {
            return Stream.empty();
        }
        Map<String, WireFormat.Reading> readings = worst(scenario);
        return Stream.of(new Past(
                known.stream().map(one -> outcome(one, readings)).toList(),
                Trend.of(
                        known.stream()
                                .map(one -> new Trend.Value(when(one.run()), one.seconds()))
                                .toList(),
                        "s",
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                readings.entrySet().stream()
                        .flatMap(one -> tracked(one.getKey(), one.getValue(), known))
                        .toList(),
                known.stream().filter(History.Outcome::isGreen).count()));
    }

    /** The value of each name that is next to its limit. */
    private static Map<String, WireFormat.Reading> worst(ScenarioResult scenario) {
        Map<String, WireFormat.Reading> worst = new LinkedHashMap<>();
        scenario.measurements()
                .forEach(one -> worst.merge(
                        History.nameOf(one), one, (some, other) -> some.margin() <= other.margin() ? some : other));
        return worst;
    }

    private static Stream<Tracked> tracked(String key, WireFormat.Reading reading, List<History.Outcome> known) {
        List<Trend.Value> values = new ArrayList<>();
        for (History.Outcome one : known) {
            Double value = one.values().get(key);
            if (value != null) {
                values.add(new Trend.Value(when(one.run()), value));
            }
        }
        return values.isEmpty()
                ? Stream.empty()
                : Stream.of(new Tracked(
                        reading.requirement(),
                        reading.name(),
                        reading.limit(),
                        Trend.of(values, reading.unit(), reading.floor(), reading.ceiling())));
    }

    private static Outcome outcome(History.Outcome one, Map<String, WireFormat.Reading> readings) {
        return new Outcome(
                when(one.run()),
                one.status(),
                Row.seconds(Duration.ofMillis(Math.round(one.seconds() * 1000))),
                readings.entrySet().stream()
                        .map(reading -> {
                            Double value = one.values().get(reading.getKey());
                            return value == null
                                    ? ""
                                    : io.airproof.evidence.Numbers.near(
                                            value, reading.getValue().unit(), 0);
                        })
                        .toList());
    }

    /** To the minute, such as {@code 2026-01-01 12:00}. */
    static String when(String run) {
        return run.length() > 16 ? run.substring(0, 16).replace('T', ' ') : run;
    }
}
