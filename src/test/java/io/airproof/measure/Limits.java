package io.airproof.measure;

import java.time.Duration;

/** Limits that measurements are held against, each with its unit and where it comes from. */
public final class Limits {

    /** |offset| between sound and picture, ms, not reached: the users' own limit (DUB-049, DUB-115). */
    public static final double AV_OFFSET_MS = 120;

    /** Sound early by more than this is detected by viewers, ms: ITU-R BT.1359-1, detectability. */
    public static final double BT1359_DETECTABLE_EARLY_MS = 45;

    /** Sound late by more than this is detected by viewers, ms: ITU-R BT.1359-1, detectability. */
    public static final double BT1359_DETECTABLE_LATE_MS = -125;

    /** Sound early, ms: ITU-R BT.1359-1, acceptability. */
    public static final double BT1359_ACCEPTABLE_EARLY_MS = 90;

    /** Sound late, ms: ITU-R BT.1359-1, acceptability. */
    public static final double BT1359_ACCEPTABLE_LATE_MS = -185;

    /** Sound early, ms, end of the distribution chain: EBU R37-2007. */
    public static final double R37_EARLY_MS = 40;

    /** Sound late, ms, end of the distribution chain: EBU R37-2007. */
    public static final double R37_LATE_MS = -60;

    /** Sound early, ms, at the encoder: ATSC IS-191. */
    public static final double IS191_EARLY_MS = 15;

    /** Sound late, ms, at the encoder: ATSC IS-191. */
    public static final double IS191_LATE_MS = -45;

    /** Distance of the sync metric from the measured offset, ms, at most (DUB-115, DUB-116). */
    public static final double SYNC_METRIC_ERROR_MS = 20;

    /** Correlation of the output with the dub that the STS returned, at least (DUB-009). */
    public static final double DUB_HEARD_CORRELATION = 0.90;

    /** Correlation of the output with the source in a dubbed segment, at most (DUB-142). */
    public static final double SOURCE_HEARD_CORRELATION = 0.3;

    /** Correlation of the output with original sound where the original is promised, at least (DUB-084, DUB-143). */
    public static final double ORIGINAL_HEARD_CORRELATION = 0.95;

    /** Length of the output of the 30 s clip against 30 s (DUB-007). */
    public static final Duration LENGTH_TOLERANCE_30 = Duration.ofMillis(500);

    /** Length of the output of the 60 s clip against 60 s (DUB-008). */
    public static final Duration LENGTH_TOLERANCE_60 = Duration.ofSeconds(1);

    /** Decoded length of a fragment or dub against its declaration (contract dubbing §4.4, DUB-018). */
    public static final Duration FRAGMENT_LENGTH_TOLERANCE = Duration.ofMillis(25);

    /** From sending a fragment of 6 s to its result, at most (DUB-042). */
    public static final Duration DUBBING_TIME = Duration.ofSeconds(15);

    /** Words of the 30 s clip that are understood, of 30, at least (DUB-040). */
    public static final int WORDS_RIGHT_OF_30 = 29;

    /** Words in the transcripts of the 30 s clip that nobody said, at most (DUB-040). */
    public static final int WORDS_TOO_MANY = 1;

    /** English number words in the transcript of a fragment of six, at least (DUB-041). */
    public static final int ENGLISH_NUMBERS_PER_FRAGMENT = 3;

    /** Spanish number words in the translation of a fragment of six, at least (DUB-041). */
    public static final int SPANISH_NUMBERS_PER_FRAGMENT = 2;

    /** Share of misunderstood words over ten everyday sentences, at most (DUB-141). */
    public static final double WORD_ERROR_RATE = 0.40;

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

    private Limits() {}
}
