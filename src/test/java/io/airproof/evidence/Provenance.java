package io.airproof.evidence;

import java.util.Locale;

/** Where a fact comes from, from the strongest proof to the weakest. */
public enum Provenance {
    /** Taken from the recorded output stream, as a viewer receives it. */
    MEASURED,
    /** Seen on the wire between services, or at a process, port or file. */
    OBSERVED,
    /** Said by a service about itself: a metric, a log line, a health page. */
    CLAIMED;

    /** The word used in reports, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The provenance of a word.
     *
     * @throws IllegalArgumentException when the word is none of the three
     */
    public static Provenance ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
