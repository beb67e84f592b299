package io.airproof.report.site;

import io.airproof.evidence.Wait;
import io.airproof.evidence.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Cucumber's messages tell: the features as they are written, and how each step of each scenario went.
 *
 * @param features by path, in order of path
 * @param scenarios by id (feature file and line)
 * @param unreadable number of messages that could not be read, such as the last one of an interrupted run
 */
public record Story(Map<String, Feature> features, Map<String, Scenario> scenarios, int unreadable) {

    /** A story without messages. */
    public static Story untold() {
        return new Story(Map.of(), Map.of(), 0);
    }

    /**
     * A feature as it is written.
     *
     * @param path its file
     * @param name what it is called
     * @param description its prose
     * @param parts its rules, and what stands outside of rules, in order
     */
    public record Feature(String path, String name, String description, List<Part> parts) {}

    /**
     * A rule, or scenarios outside of rules.
     *
     * @param rule its name; empty outside of rules
     * @param description its prose
     * @param scenarios ids, in order
     */
    public record Part(String rule, String description, List<String> scenarios) {}

    /**
     * A scenario.
     *
     * @param id feature file and line
     * @param description its prose
     * @param sentences the steps as they are written
     * @param attempts each go at it; none when it was not run
     */
    public record Scenario(String id, String description, List<Sentence> sentences, List<Attempt> attempts) {

        /** The last go. */
        public Optional<Attempt> last() {
            return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
        }
    }

    /**
     * A step as it is written.
     *
     * @param id of the step in the messages
     * @param keyword such as Given
     * @param text the rest of the sentence
     * @param argument its table or text, a line each; empty when it has none
     */
    public record Sentence(String id, String keyword, String text, List<String> argument) {}

    /**
     * One go at a scenario.
     *
     * @param started when
     * @param finished when; empty if it did not end
     * @param steps how each step went, hooks included
     * @param waits what was waited for, in the order in which the waits ended
     */
    public record Attempt(Instant started, Optional<Instant> finished, List<Step> steps, List<Wait> waits) {}

    /**
     * How a step went.
     *
     * @param sentence id of its sentence; empty for a hook
     * @param status Cucumber's word in lower case
     * @param took how long
     * @param error what it said when it failed; empty when it did not
     * @param readings what was measured in it
     */
    public record Step(
            Optional<String> sentence, String status, Duration took, String error, List<WireFormat.Reading> readings) {}
}
