package io.airproof.reference.media.ingest;

import java.util.Locale;

/** Why a source cannot be dubbed (contract 5.1). */
public enum Refusal {
    NO_AUDIO_TRACK,
    NO_VIDEO_TRACK,
    UNSUPPORTED_CODEC;

    /** As health and metrics call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
