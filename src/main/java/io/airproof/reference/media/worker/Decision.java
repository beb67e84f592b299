package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.Pcm;

/** What a viewer will hear in a segment. */
sealed interface Decision {

    /** The dub, fitted to the segment. */
    record Dub(Pcm sound) implements Decision {}

    /** The original, and why. */
    record Fallback(String reason) implements Decision {}
}
