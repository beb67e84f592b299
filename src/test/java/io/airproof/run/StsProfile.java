package io.airproof.run;

import io.airproof.stack.StsKind;

/** Which STS answers a worker (contract dubbing §1). */
public enum StsProfile {
    /** Real speech: recognised, translated, spoken. */
    DUBBING(StsKind.DUBBING),
    /** Gives the audio back; needs no models. */
    ECHO(StsKind.ECHO),
    /**
     * The echo STS, whose dubs the tap replaces by tunes, another for each fragment: what comes from whom can be told
     * apart by ear and by correlation.
     */
    TUNE(StsKind.ECHO);

    private final StsKind kind;

    StsProfile(StsKind kind) {
        this.kind = kind;
    }

    /** A name for people. */
    public String label() {
        return this == DUBBING ? "dubbing STS" : "echo STS";
    }

    StsKind kind() {
        return kind;
    }
}
