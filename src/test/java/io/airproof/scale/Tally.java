package io.airproof.scale;

import io.airproof.measure.Measured;
import io.airproof.measure.Percentiles;
import io.airproof.measure.Reading;
import io.airproof.measure.SoundMatch;
import io.airproof.measure.Unmeasurable;
import io.airproof.measure.VideoIdentity;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import java.util.ArrayList;
import java.util.List;

/** Measures all programmes of a step against what each of them is promised. */
final class Tally {

    /** Content offset stays under 120 ms, always (contract dubbing §5.5). */
    private static final double OFFSET_MS = 120;

    /** A viewer hears the dub of the own programme (DUB-129). */
    private static final double HEARD = 0.90;

    private static final int P95 = 95;
    private static final double NANOS_PER_MS = 1e6;

    private final List<String> broken = new ArrayList<>();
    private final List<Double> answers = new ArrayList<>();
    private int fragments;
    private int unanswered;
    private int framesLost;
    private double offset;
    private double correlation = 1;

    private Tally() {}

    static Step of(List<AnalysedBroadcast> programmes, Usage usage) {
        Tally tally = new Tally();
        for (int i = 0; i < programmes.size(); i++) {
            tally.add(programmes.get(i), "programme " + (i + 1));
        }
        return new Step(
                programmes.size(),
                tally.fragments,
                tally.unanswered,
                tally.framesLost,
                tally.offset,
                tally.correlation,
                Percentiles.nearestRank(tally.answers, P95).toOptional().orElse(0.0),
                usage,
                tally.broken);
    }

    private void add(AnalysedBroadcast programme, String name) {
        int promised =
                (int) (programme.broadcast().programme().clip().duration().toNanos() / Segment.LENGTH.toNanos());
        List<Segment> segments = programme.segments();
        fragments += segments.size();
        if (segments.size() != promised) {
            broken.add("%s has %d fragments, not %d".formatted(name, segments.size(), promised));
        }
        for (Segment segment : segments) {
            String where = name + ", " + segment.where();
            if (!segment.dubbed()) {
                unanswered++;
                broken.add(where + " has no dub");
                continue;
            }
            take(where, segment.turnaround()).ifPresent(time -> answers.add(time.toNanos() / NANOS_PER_MS));
            take(where, programme.dubInOutput(segment).map(SoundMatch::correlation))
                    .ifPresent(found -> heard(where, found));
            if (segment.number() > 0) {
                take(where, programme.largestOffset(segment)).ifPresent(ms -> apart(where, ms));
            }
        }
        take(name, identity(programme)).ifPresent(seen -> lost(name, seen));
    }

    private void heard(String where, double found) {
        correlation = Math.min(correlation, found);
        if (found < HEARD) {
            broken.add("%s: the dub is not heard (%.2f)".formatted(where, found));
        }
    }

    private void apart(String where, double ms) {
        offset = Math.max(offset, ms);
        if (ms >= OFFSET_MS) {
            broken.add("%s: sound and picture are %.0f ms apart".formatted(where, ms));
        }
    }

    private void lost(String name, VideoIdentity seen) {
        framesLost += seen.lost().size();
        if (!seen.intact()) {
            broken.add("%s: %d frames lost, %d repeated, %d altered"
                    .formatted(
                            name,
                            seen.lost().size(),
                            seen.repeated().size(),
                            seen.altered().size()));
        }
    }

    private static Reading<VideoIdentity> identity(AnalysedBroadcast programme) {
        return programme.videoIdentity();
    }

    private <T> java.util.Optional<T> take(String where, Reading<T> reading) {
        if (reading instanceof Unmeasurable<T> none) {
            broken.add(where + ": " + none.reason());
        }
        return reading instanceof Measured<T> there ? java.util.Optional.of(there.value()) : java.util.Optional.empty();
    }
}
