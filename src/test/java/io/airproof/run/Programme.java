package io.airproof.run;

import io.airproof.fixture.Clip;
import java.util.Locale;

/**
 * What is broadcast, and through which STS: the identity of a run.
 *
 * <p>Scenarios whose programmes are equal share one publication and its recording.
 *
 * @param clip what the broadcaster publishes
 * @param sts which STS answers
 */
public record Programme(Clip clip, StsProfile sts) {

    /** A name fit for a stream id: letters, digits and dashes. */
    public String slug() {
        return (clip.name() + "-" + sts.name()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A name for people. */
    public String label() {
        return clip.label() + (sts == StsProfile.ECHO ? ", echoed" : "");
    }
}
