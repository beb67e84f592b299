package io.airproof.measure;

/**
 * From where on a measurement takes something for silence, for the same sound, for a regular step: each with its unit and
 * where it comes from. What a promise allows is no threshold; it stands in the sentence of the promise.
 */
public final class Thresholds {

    /** A sound no louder than this says nothing, dBFS: the absolute gate of ITU-R BS.1770-4, taken as RMS. */
    public static final double SILENCE_DBFS = -70;

    /** Share of a needle that must lie within the haystack to be judged. Ours: less could hide a cut-off word. */
    public static final double OVERLAP = 0.90;

    /**
     * Correlation below which two sounds are not taken for the same when a place is looked for. Ours: foreign speech stays
     * below 0.3, speech after two AAC generations above 0.9, so the middle separates both.
     */
    public static final double SAME_SOUND_CORRELATION = 0.6;

    /** Shortest step between successive pictures that counts as regular, in nominal steps. Ours. */
    public static final double STEP_SHORTEST = 0.5;

    /** Longest step between successive pictures that counts as regular, in nominal steps (DUB-094). */
    public static final double STEP_LONGEST = 1.5;

    private Thresholds() {}
}
