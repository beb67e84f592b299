package io.airproof.report;

import java.util.Locale;

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
}
