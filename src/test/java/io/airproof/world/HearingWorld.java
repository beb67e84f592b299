package io.airproof.world;

import io.airproof.measure.Drift;
import io.airproof.measure.JoinFault;
import io.airproof.measure.Joins;
import io.airproof.measure.Loudness;
import io.airproof.measure.MarksOffset;
import io.airproof.measure.Reading;
import io.airproof.measure.Resampler;
import io.airproof.measure.Residual;
import io.airproof.measure.TruePeak;
import io.airproof.media.Sound;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the output sounds: how loud, how clean at the joins, and whether the original voice is under the dub. */
public final class HearingWorld {

    private static final String WHOLE = "whole output";
    private static final Duration SEARCH = Duration.ofMillis(25);
    private static final Duration SURROUNDINGS = Duration.ofMillis(50);
    private static final int STEREO = 2;

    private final PublisherWorld publisher;

    public HearingWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** Integrated loudness of each dubbed segment in the output against the same segment of the source, LU, without sign. */
    public List<Figure> loudnessAgainstSource() {
        return perDubbed((segment, output) -> Loudness.integrated(output, STEREO)
                .flatMap(dub -> Loudness.integrated(source(segment), STEREO).map(source -> Math.abs(dub - source))));
    }

    /** True peak of each dubbed segment in the output, dBTP. */
    public List<Figure> truePeaks() {
        return perDubbed((segment, output) -> TruePeak.dbtp(output));
    }

    /** Level of the source's voice that is left in each dubbed segment of the output, dB against its own. */
    public List<Figure> residuals() {
        return perDubbed((segment, output) -> segment.dub().flatMap(dub -> {
            Sound needle = Resampler.resample(dub, output.sampleRate()).startingAt(Duration.ZERO);
            Sound voice =
                    Resampler.resample(source(segment), output.sampleRate()).startingAt(Duration.ZERO);
            return Residual.of(voice, needle, output.startingAt(Duration.ZERO), Duration.ZERO, Duration.ZERO, SEARCH)
                    .map(Residual::sourceDb);
        }));
    }

    /** Silences in the sound, which should be one tone; the place names the first. */
    public List<Figure> silences(Duration shortest) {
        return faults(publisher.broadcast().outputSound().flatMap(sound -> Joins.silences(programme(sound), shortest)));
    }

    /** Clicks in the sound; the place names the first. */
    public List<Figure> clicks() {
        return faults(publisher.broadcast().outputSound().flatMap(sound -> Joins.clicks(programme(sound))));
    }

    /** The greatest step at each join of two segments, against the greatest around it. */
    public List<Figure> joinSteps() {
        AnalysedBroadcast broadcast = publisher.broadcast();
        List<Figure> figures = new ArrayList<>();
        for (Segment segment : broadcast.segments()) {
            if (segment.number() > 0) {
                figures.add(new Figure(
                        "join before " + segment.where(),
                        broadcast.outputSound().flatMap(sound -> broadcast
                                .outputZero()
                                .flatMap(zero -> Joins.stepRatioAt(sound, zero.plus(segment.start()), SURROUNDINGS)))));
            }
        }
        return List.copyOf(figures);
    }

    /** By how much the offset at the marks changes over the clip, along its trend, ms. */
    public List<Figure> driftChange() {
        return List.of(new Figure(WHOLE, drift().map(drift -> Math.abs(drift.changeMs()))));
    }

    /** Slope of the offset at the marks, ms per minute, without sign. */
    public List<Figure> driftSlope() {
        return List.of(new Figure(WHOLE, drift().map(drift -> Math.abs(drift.msPerMinute()))));
    }

    private Reading<Drift> drift() {
        return publisher.broadcast().marks().map(MarksOffset::offsets).flatMap(Drift::of);
    }

    /** The output from its first picture to the end of the clip, without the fade at either end. */
    private Sound programme(Sound sound) {
        Duration zero = publisher.broadcast().outputZero().toOptional().orElse(sound.start());
        Duration length = publisher.broadcast().broadcast().programme().clip().duration();
        return sound.slice(zero.plus(SURROUNDINGS), zero.plus(length).minus(SURROUNDINGS));
    }

    private static List<Figure> faults(Reading<List<JoinFault>> found) {
        Optional<JoinFault> first =
                found.toOptional().flatMap(list -> list.stream().findFirst());
        String where = first.map(fault -> WHOLE + ", first: " + fault).orElse(WHOLE);
        return List.of(new Figure(where, found.map(list -> (double) list.size())));
    }

    private Sound source(Segment segment) {
        return publisher
                .broadcast()
                .broadcast()
                .fixture()
                .sound()
                .slice(segment.start(), segment.start().plus(segment.length()));
    }

    private List<Figure> perDubbed(java.util.function.BiFunction<Segment, Sound, Reading<Double>> measure) {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return broadcast.segments().stream()
                .filter(Segment::dubbed)
                .map(segment -> new Figure(
                        segment.where(), broadcast.heard(segment).flatMap(part -> measure.apply(segment, part))))
                .toList();
    }
}
