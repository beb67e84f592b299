package io.airproof.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A whole run.
 *
 * @param started when it began
 * @param wall from its begin to now, or to its end
 * @param interrupted whether it was stopped before its end
 * @param facts further facts by name: versions, stack, tag filter, where the time went; values are text, numbers,
 *     lists or maps of them
 * @param scenarios every scenario of the features, also those that were not run, ordered by id
 */
public record RunResult(
        Instant started,
        Duration wall,
        boolean interrupted,
        Map<String, Object> facts,
        List<ScenarioResult> scenarios) {

    /** The scenarios with this status. */
    public List<ScenarioResult> with(Status status) {
        return scenarios.stream().filter(one -> one.status() == status).toList();
    }
}
