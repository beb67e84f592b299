package io.airproof.scale;

import java.util.List;

/**
 * What so many programmes at once came to.
 *
 * @param streams how many
 * @param fragments sent in all
 * @param unanswered fragments without a dub
 * @param framesLost frames of the clip that a viewer never got
 * @param offsetMs largest offset of sound and picture
 * @param correlation worst correlation of a dub with what was heard at its place
 * @param answerMs 95th percentile of fragment to result
 * @param usage of processor and memory
 * @param broken what was promised and not kept, or could not be measured; empty if all was well
 */
record Step(
        int streams,
        int fragments,
        int unanswered,
        int framesLost,
        double offsetMs,
        double correlation,
        double answerMs,
        Usage usage,
        List<String> broken) {

    Step {
        broken = List.copyOf(broken);
    }

    /** Whether every promise was kept. */
    boolean isKept() {
        return broken.isEmpty();
    }
}
