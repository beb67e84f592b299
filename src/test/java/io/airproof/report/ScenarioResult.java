package io.airproof.report;

import io.airproof.evidence.WireFormat;
import java.time.Duration;
import java.util.List;

/**
 * One scenario of a run.
 *
 * @param id feature file and line, such as {@code features/dubbing/01_pipeline.feature:11}; an example has its row's
 * @param name the rule that the scenario states
 * @param feature name of its feature
 * @param tags all tags, its feature's included, with the at sign
 * @param requirements ids among the tags
 * @param status how it ended
 * @param reason why it did not pass; empty when it did
 * @param duration from its first hook to its last
 * @param measurements in the order they were made
 * @param evidence paths of evidence files, relative to the project
 */
public record ScenarioResult(
        String id,
        String name,
        String feature,
        List<String> tags,
        List<String> requirements,
        Status status,
        String reason,
        Duration duration,
        List<WireFormat.Reading> measurements,
        List<String> evidence) {}
