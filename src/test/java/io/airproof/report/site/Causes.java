package io.airproof.report.site;

import io.airproof.evidence.WireFormat;
import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is red, by what it probably comes from: where a developer looks first. */
public final class Causes {
    private static final List<Status> RED = List.of(Status.FAILED, Status.NOT_MEASURED, Status.UNSTABLE);

    private Causes() {}

    /**
     * Scenarios that are red for the same reason.
     *
     * @param mark how the first of them ended
     * @param why the reason of the first, as one sentence
     * @param suspects the parts that measurements name to be looked at first
     * @param rows the scenarios
     */
    public record Cause(String mark, String why, List<String> suspects, List<Row> rows) {

        /** The first scenario. */
        public Row first() {
            return rows.get(0);
        }

        /** The others. */
        public List<Row> others() {
            return rows.subList(1, rows.size());
        }
    }

    /** The causes, those of most scenarios first. */
    static List<Cause> of(Report report) {
        Map<String, List<ScenarioResult>> byCause = new LinkedHashMap<>();
        RED.stream().flatMap(status -> report.run().with(status).stream()).forEach(one -> byCause.computeIfAbsent(
                        one.status() + Brief.cause(one), any -> new ArrayList<>())
                .add(one));
        return byCause.values().stream()
                .sorted(Comparator.comparing((List<ScenarioResult> one) -> -one.size()))
                .map(Causes::cause)
                .toList();
    }

    private static Cause cause(List<ScenarioResult> scenarios) {
        return new Cause(
                scenarios.get(0).status().word(),
                Brief.of(scenarios.get(0)),
                scenarios.stream().flatMap(Causes::suspects).distinct().toList(),
                scenarios.stream().map(Row::of).toList());
    }

    private static Stream<String> suspects(ScenarioResult scenario) {
        return scenario.measurements().stream()
                .filter(one -> !one.kept())
                .map(WireFormat.Reading::suspect)
                .flatMap(java.util.Optional::stream);
    }
}
