package io.airproof.run;

import io.airproof.stack.StsKind;

/** Which STS answers a worker (contract dubbing §1). */
public enum StsProfile {
    /** Real speech: recognised, translated, spoken. */
    DUBBING(StsKind.DUBBING),
    /** Gives the audio back; needs no models. */
    ECHO(StsKind.ECHO);

    private final StsKind kind;

    StsProfile(StsKind kind) {
        this.kind = kind;
    }

    StsKind kind() {
        return kind;
    }
}
