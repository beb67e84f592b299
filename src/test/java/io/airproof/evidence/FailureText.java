package io.airproof.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The text of a broken promise: what was promised, what was found, by how much it misses, where, which file shows it,
 * and where to look first.
 */
public final class FailureText {
    private static final String LINE = "\n  ";

    private FailureText() {}

    /**
     * Text for one broken measurement.
     *
     * @param files evidence files of the scenario, as paths a reader can open
     */
    public static String of(Measurement broken, List<String> files) {
        return broken.requirement() + " is broken: " + broken.name() + " is "
                + Numbers.near(broken.value(), broken.unit(), broken.margin()) + ", promised is "
                + broken.limit().text() + " (" + broken.limit().source() + ")"
                + LINE + label(broken.provenance().word())
                + Numbers.near(broken.value(), broken.unit(), broken.margin()) + ", limit "
                + broken.limit().text() + ", " + miss(broken)
                + LINE + label("where") + broken.where()
                + LINE + label("evidence") + (files.isEmpty() ? "no file was kept" : String.join(", ", files))
                + broken.suspect()
                        .map(suspect -> LINE + label("look first") + suspect.label())
                        .orElse("");
    }

    /** Text for all broken measurements of one proof, one paragraph each, the number of them first. */
    public static String ofAll(List<Measurement> broken, int taken, List<String> files) {
        if (broken.size() == 1) {
            return of(broken.get(0), files);
        }
        return broken.size() + " of " + taken + " measurements break their limit\n"
                + broken.stream().map(one -> of(one, files)).collect(Collectors.joining("\n"));
    }

    private static String miss(Measurement broken) {
        double by = Math.abs(broken.margin());
        return by == 0
                ? "margin 0: the limit itself is already too much"
                : "missed by " + Numbers.near(by, broken.unit(), by);
    }

    private static String label(String word) {
        return String.format(Locale.ROOT, "%-12s", word + ":");
    }
}
