package io.airproof.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a scenario ended. The words are part of {@code results.json}. */
public enum Status {
    /** Every measurement kept its limit. */
    PASSED,
    /** A promise is broken, or a step could not be carried out. */
    FAILED,
    /** No verdict: a number is missing. Red, like a failure, but for another reason. */
    NOT_MEASURED,
    /** Specified but not carried out: not selected, lacking a power of the stack, or interrupted. */
    NOT_RUN,
    /** Fails as it is known to: tagged {@code @known-defect}, or on the list of known defects. */
    KNOWN_DEFECT,
    /** Passed only after an attempt that failed. */
    UNSTABLE;

    /** The word used in the report. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The status of a word.
     *
     * @throws IllegalArgumentException when no status has this word; the message lists those there are
     */
    public static Status ofWord(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no status; there are: "
                        + Arrays.stream(values()).map(Status::word).collect(Collectors.joining(", "))));
    }
}
