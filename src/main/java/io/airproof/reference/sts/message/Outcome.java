package io.airproof.reference.sts.message;

import java.util.Optional;

/** What an engine made of a fragment. */
public sealed interface Outcome {

    /** How long each stage worked. */
    StageShares timings();

    /**
     * A dub.
     *
     * @param partial whether its length is off by more than 10 %
     * @param audio the dub
     * @param transcript what was recognised, empty without speech
     * @param translation what is spoken, empty without speech
     * @param timings how long each stage worked
     * @param models what made it
     */
    record Dubbed(
            boolean partial, Audio audio, String transcript, String translation, StageShares timings, Models models)
            implements Outcome {}

    /**
     * No dub.
     *
     * @param failure why
     * @param transcript what was recognised, if it came to that
     * @param translation what was translated, if it came to that
     * @param timings how long each stage worked
     * @param models what worked on it, if known
     */
    record Failed(
            Failure failure,
            Optional<String> transcript,
            Optional<String> translation,
            StageShares timings,
            Optional<Models> models)
            implements Outcome {

        /** A failure before any stage had something to show. */
        public static Failed of(Failure failure) {
            return new Failed(failure, Optional.empty(), Optional.empty(), StageTimings.NONE, Optional.empty());
        }
    }
}
