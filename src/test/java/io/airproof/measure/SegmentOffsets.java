package io.airproof.measure;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.List;

/**
 * How far sound and picture are apart in one dubbed segment, from content alone.
 *
 * <p>The sent fragment, found in the sound of the clip, gives the source time of the segment; the returned dub, found in the
 * output, gives its output time. Sample i of a dub stands for sample i of its fragment, since dubs keep the length and the
 * place of their phrases. So what is heard x after the start of the dub has the source time of x after the start of the
 * fragment, and the picture seen at that moment should have it too. Start and end are matched each on its own: a dub that
 * loses its pace is seen; one that is slewed by more than about 0.1 % no longer correlates and is unmeasurable. Worst error
 * found by tests, from 16 to 48 kHz with noise up to −30 dBFS: 0.6 ms, of which 0.5 ms is the grid of FLV time stamps.
 *
 * @param start offset where the segment's sound begins, after a pause it may begin with
 * @param end offset where its sound ends, before a pause it may end with
 */
public record SegmentOffsets(Offset start, Offset end) {

    /**
     * Length of the needles, tried in this order: a longer one is less easily mistaken, a shorter one fits where a sound was
     * slewed a little. Shorter still would mistake "thirty" in "thirty-one" for that in "thirty-two".
     */
    private static final List<Duration> NEEDLES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(1));

    /** Shorter sound could be mistaken: a word. */
    private static final Duration SHORTEST_NEEDLE = Duration.ofMillis(500);

    /** Sound this far below the loudest is taken as a pause, dB. */
    private static final double PAUSE_BELOW_PEAK_DB = 40;

    private static final Duration LOUDNESS_STEP = Duration.ofMillis(20);

    private enum Part {
        BEGINNING,
        END
    }

    /** Both offsets in order of time. */
    public List<Offset> both() {
        return List.of(start, end);
    }

    /** The greater distance of both, ms. */
    public double worstMs() {
        return Math.max(start.absoluteMs(), end.absoluteMs());
    }

    /**
     * Measures one segment. Sounds may have different sample rates.
     *
     * @param source sound of the clip, on the clip's time
     * @param fragment decoded sound of the fragment that was sent; its own start does not matter
     * @param dub decoded sound of the dub that came back; its own start does not matter
     * @param output sound of the recorded output, on output time
     * @param clock what is seen in the output
     * @param expectedSource source time where the fragment should begin
     * @param expectedOutput output time where the dub should begin
     * @param search how far from what is expected to look, to both sides
     */
    public static Reading<SegmentOffsets> of(
            Sound source,
            Sound fragment,
            Sound dub,
            Sound output,
            PictureClock clock,
            Duration expectedSource,
            Duration expectedOutput,
            Duration search) {
        Around inSource = new Around(source, "the clip", expectedSource, search);
        Around inOutput = new Around(output, "the output", expectedOutput, search);
        return at(Part.BEGINNING, fragment, dub, inSource, inOutput, clock)
                .flatMap(start -> at(Part.END, fragment, dub, inSource, inOutput, clock)
                        .map(end -> new SegmentOffsets(start, end)));
    }

    private static Reading<Offset> at(
            Part part, Sound fragment, Sound dub, Around inSource, Around inOutput, PictureClock clock) {
        return inSource.beginOf(part, fragment.startingAt(Duration.ZERO), "the fragment")
                .flatMap(heard -> inOutput.beginOf(part, dub.startingAt(Duration.ZERO), "the dub")
                        .flatMap(place -> {
                            Duration within = part == Part.BEGINNING ? place.from : place.to;
                            Duration at = place.begin.plus(within);
                            return clock.sourceTimeAt(at)
                                    .map(seen -> new Offset(
                                            at,
                                            Times.ms(heard.begin.plus(within).minus(seen))));
                        }));
    }

    /** Where a sound begins in another, by its part {@code from} to {@code to}. */
    private record Place(Duration begin, Duration from, Duration to) {}

    /** A sound and where in it to look. */
    private record Around(Sound haystack, String name, Duration expected, Duration search) {

        Reading<Place> beginOf(Part part, Sound whole, String what) {
            List<Sound> needles = needles(part, whole);
            if (needles.isEmpty()) {
                return Reading.unmeasurable("%s (%s) holds no sound of %s or more to be matched"
                        .formatted(what, Times.text(whole.duration()), Times.text(SHORTEST_NEEDLE)));
            }
            Reading<Place> reading = Reading.unmeasurable("");
            for (Sound needle : needles) {
                reading = beginBy(needle, what);
                if (reading instanceof Measured) {
                    return reading;
                }
            }
            return reading;
        }

        private Reading<Place> beginBy(Sound needle, String what) {
            Duration from = expected.plus(needle.start()).minus(search);
            Duration to = expected.plus(needle.start()).plus(search);
            Sound near = haystack.slice(from, to.plus(needle.duration()));
            Resampler.Pair pair = Resampler.atCommonRate(needle, near);
            return SoundFinder.find(pair.first(), pair.second(), from, to)
                    .named("%s in %s".formatted(what, name))
                    .flatMap(match -> match.correlation() >= Thresholds.SAME_SOUND_CORRELATION
                            ? Reading.measured(
                                    new Place(match.at().minus(needle.start()), needle.start(), needle.end()))
                            : Reading.unmeasurable(
                                    "%s (its part from %s to %s) is not heard in %s from %s to %s: best correlation %.2f, %.2f needed"
                                            .formatted(
                                                    what,
                                                    Times.text(needle.start()),
                                                    Times.text(needle.end()),
                                                    name,
                                                    Times.text(from),
                                                    Times.text(to.plus(needle.duration())),
                                                    match.correlation(),
                                                    Thresholds.SAME_SOUND_CORRELATION)));
        }
    }

    /** The beginning or the end of what is heard in a sound. */
    private static List<Sound> needles(Part part, Sound whole) {
        Sound heard = withoutPauses(whole);
        if (heard.duration().compareTo(SHORTEST_NEEDLE) < 0 || Level.isSilent(heard)) {
            return List.of();
        }
        return NEEDLES.stream()
                .map(length -> part == Part.BEGINNING
                        ? heard.slice(heard.start(), heard.start().plus(length))
                        : heard.slice(heard.end().minus(length), heard.end()))
                .filter(needle -> !Level.isSilent(needle))
                .toList();
    }

    private static Sound withoutPauses(Sound sound) {
        int step = Math.max(1, (int) (Times.seconds(LOUDNESS_STEP) * sound.sampleRate()));
        float[] samples = sound.samples();
        int count = samples.length / step;
        double[] levels = new double[count];
        double loudest = Level.amplitude(Thresholds.SILENCE_DBFS);
        for (int i = 0; i < count; i++) {
            levels[i] = Level.rms(samples, i * step, (i + 1) * step);
            loudest = Math.max(loudest, levels[i]);
        }
        double floor = loudest * Level.amplitude(-PAUSE_BELOW_PEAK_DB);
        int first = 0;
        while (first < count && levels[first] <= floor) {
            first++;
        }
        int last = count;
        while (last > first && levels[last - 1] <= floor) {
            last--;
        }
        Duration begin = sound.start();
        return sound.slice(
                begin.plus(Times.samples((long) first * step, sound.sampleRate())),
                begin.plus(Times.samples((long) last * step, sound.sampleRate())));
    }
}
