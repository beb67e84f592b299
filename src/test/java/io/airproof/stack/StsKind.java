package io.airproof.stack;

/** The two profiles of the STS. */
public enum StsKind {
    /** Recognises, translates and speaks. */
    DUBBING,
    /** Gives the audio back. */
    ECHO
}
