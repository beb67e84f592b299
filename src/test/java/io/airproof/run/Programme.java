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
 * @param start when the content begins
 * @param interference what the tap does between worker and STS
 */
public record Programme(Clip clip, StsProfile sts, Start start, Interference interference) {

    /** A cued programme without interference. */
    public static Programme of(Clip clip, StsProfile sts) {
        return new Programme(clip, sts, Start.CUED, Interference.NONE);
    }

    /** The same without a cue. */
    public Programme uncued() {
        return new Programme(clip, sts, Start.UNCUED, interference);
    }

    /** The same with this interference. */
    public Programme with(Interference other) {
        return new Programme(clip, sts, start, other);
    }

    /** A name fit for a stream id: letters, digits and dashes, at most 40. */
    public String slug() {
        String slug = (clip.name() + "-" + sts.name()).toLowerCase(Locale.ROOT).replace('_', '-')
                + (start == Start.UNCUED ? "-uncued" : "")
                + (interference.equals(Interference.NONE) ? "" : "-" + interference.slug());
        return slug.substring(0, Math.min(slug.length(), LONGEST_SLUG));
    }

    /** A stream id has at most 64 characters (contract dubbing §4.3), and the worker puts "worker-" before it. */
    private static final int LONGEST_SLUG = 40;

    /** A name for people. */
    public String label() {
        return clip.label()
                + (sts == StsProfile.ECHO ? ", echoed" : "")
                + (start == Start.UNCUED ? ", without a cue" : "")
                + (interference.equals(Interference.NONE) ? "" : ", " + interference.name());
    }
}
