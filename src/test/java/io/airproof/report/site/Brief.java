package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reason as one sentence: what a list has room for. */
final class Brief {
    private static final int LONGEST = 300;
    private static final Pattern SEVERAL = Pattern.compile("\\d+ of \\d+ measurements break their limit");

    /** The document that asks for it, at the end of a sentence: it stands with the measurement. */
    private static final Pattern SOURCE = Pattern.compile("(?<=.) \\([^()]*\\)$");

    private static final Pattern LOG_LINE = Pattern.compile("(\\S+: )?\\{.*\"message\":\"((?:[^\"\\\\]|\\\\.)*)\".*");
    private static final Pattern IDS_AND_NUMBERS =
            Pattern.compile("\\b[A-Z]{2,5}-\\d{3}\\b|\\b[0-9a-f]{8,}\\b|\\d+([.,]\\d+)?");

    private Brief() {}

    /** The beginning of the reason; a line that only announces the next one takes it along. */
    static String of(ScenarioResult scenario) {
        List<String> lines = scenario.reason().lines().limit(2).toList();
        if (lines.isEmpty()) {
            return "";
        }
        String first = lines.get(0).strip();
        boolean announces = first.endsWith(":") || SEVERAL.matcher(first).matches();
        String text = announces && lines.size() == 2
                ? first.replaceFirst(":$", "") + ": " + readable(lines.get(1).strip())
                : first;
        String masked = Mask.secrets(SOURCE.matcher(text).replaceFirst(""));
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }

    /** The same without what differs from scenario to scenario: equal for what is probably one cause. */
    static String cause(ScenarioResult scenario) {
        return IDS_AND_NUMBERS.matcher(of(scenario)).replaceAll("#");
    }

    /** Of a line of a log its service and its message. */
    private static String readable(String line) {
        Matcher log = LOG_LINE.matcher(line);
        return log.matches() ? (log.group(1) == null ? "" : log.group(1)) + log.group(2) : line;
    }
}
