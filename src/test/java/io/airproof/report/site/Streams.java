package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evidence files of a programme begin with the name of its stream. */
final class Streams {
    private static final Pattern FILE = Pattern.compile("(?:.*/)?([A-Za-z0-9_-]+)-(?:wire\\.ndjson|out\\.flv)");

    private Streams() {}

    /** The streams that a scenario looked at. */
    static List<String> of(ScenarioResult scenario) {
        return scenario.evidence().stream()
                .map(Streams::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The stream that a file of evidence tells of. */
    static Optional<String> of(String path) {
        Matcher file = FILE.matcher(path);
        return file.matches() ? Optional.of(file.group(1)) : Optional.empty();
    }
}
