package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A scenario in a list.
 *
 * @param page file name of its page
 * @param id feature file and line
 * @param name the rule that it states
 * @param mark the word of its status
 * @param took how long, for people; empty when it was not run
 * @param requirements its ids
 * @param tags its other tags
 */
public record Row(
        String page, String id, String name, String mark, String took, List<String> requirements, List<String> tags) {
    private static final double MILLIS_PER_SECOND = 1000;

    static Row of(ScenarioResult scenario) {
        return new Row(
                Slug.of(scenario.id()) + ".html",
                scenario.id(),
                scenario.name(),
                scenario.status().word(),
                scenario.status() == Status.NOT_RUN ? "" : seconds(scenario.duration()),
                scenario.requirements(),
                scenario.tags().stream()
                        .filter(tag -> !scenario.requirements().contains(tag.substring(1)))
                        .toList());
    }

    /** Such as {@code 12.3 s}. */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / MILLIS_PER_SECOND);
    }
}
