package io.airproof.measure;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * How far flashes and beeps of the marks clip are apart (contract dubbing §10: a white flash with a beep at each whole
 * second). Marks are paired with the nearest partner within {@link #FARTHEST}; an error that large or larger shows as marks
 * without partner or with the wrong one.
 * Worst error of an offset found by the tests, at 44.1 and 48 kHz with noise 20 dB below the beeps: 0.5 ms; without noise 0.06 ms.
 *
 * @param offsets one for each pair, at the flash's time; sound early is positive
 * @param flashesWithoutBeep output times of flashes nothing was heard with
 * @param beepsWithoutFlash output times of beeps nothing was seen with
 */
public record MarksOffset(List<Offset> offsets, List<Duration> flashesWithoutBeep, List<Duration> beepsWithoutFlash) {

    /** Half of the marks' distance: beyond it, a mark would be nearer to another partner. */
    public static final Duration FARTHEST = Duration.ofMillis(500);

    public MarksOffset {
        offsets = List.copyOf(offsets);
        flashesWithoutBeep = List.copyOf(flashesWithoutBeep);
        beepsWithoutFlash = List.copyOf(beepsWithoutFlash);
    }

    /**
     * Measures all marks of a recording.
     *
     * @param output sound of the output, on output time
     * @param clock pictures of the output
     * @param framesPerMark above 0; a flash begins at each frame whose number is a multiple of it, but not at frame
     *     0, where a clip begins without one
     * @return unmeasurable if no flash is seen or no beep is heard at all
     */
    public static Reading<MarksOffset> of(Sound output, PictureClock clock, int framesPerMark) {
        if (framesPerMark <= 0) {
            throw new IllegalArgumentException("a distance of marks is above 0 frames: " + framesPerMark);
        }
        List<Duration> flashes = flashes(clock, framesPerMark);
        List<Duration> beeps = Beeps.onsets(output);
        if (flashes.isEmpty()) {
            return Reading.unmeasurable("no flash is seen: none of %d pictures is a frame with a multiple of %d"
                    .formatted(clock.frames().size(), framesPerMark));
        }
        if (beeps.isEmpty()) {
            return Reading.unmeasurable("no beep is heard in %s of sound at %.1f dBFS"
                    .formatted(Times.text(output.duration()), Level.rmsDbfs(output)));
        }
        return Reading.measured(pair(flashes, beeps));
    }

    /** The greatest distance of a pair, ms; empty if there is no pair. */
    public Optional<Offset> worst() {
        return offsets.stream().max(Comparator.comparingDouble(Offset::absoluteMs));
    }

    /** The greatest offset less the smallest, ms; unmeasurable if no mark has its partner. */
    public Reading<Double> rangeMs() {
        DoubleSummaryStatistics statistics =
                offsets.stream().mapToDouble(Offset::ms).summaryStatistics();
        return statistics.getCount() == 0
                ? Reading.unmeasurable("no flash has a beep: %d flashes and %d beeps stand alone"
                        .formatted(flashesWithoutBeep.size(), beepsWithoutFlash.size()))
                : Reading.measured(statistics.getMax() - statistics.getMin());
    }

    /** Each mark has its partner. */
    public boolean complete() {
        return flashesWithoutBeep.isEmpty() && beepsWithoutFlash.isEmpty();
    }

    /** The same with a distance taken off that the clip itself has between flash and beep, ms, sound early positive. */
    public MarksOffset lessBias(double clipMs) {
        return new MarksOffset(
                offsets.stream()
                        .map(offset -> new Offset(offset.at(), offset.ms() - clipMs))
                        .toList(),
                flashesWithoutBeep,
                beepsWithoutFlash);
    }

    private static List<Duration> flashes(PictureClock clock, int framesPerMark) {
        List<Duration> flashes = new ArrayList<>();
        int latest = -1;
        for (ShownFrame shown : clock.frames()) {
            int number = shown.frame().orElse(-1);
            if (number > 0 && number % framesPerMark == 0 && number != latest) {
                flashes.add(shown.pts());
                latest = number;
            }
        }
        return flashes;
    }

    private static MarksOffset pair(List<Duration> flashes, List<Duration> beeps) {
        List<Offset> offsets = new ArrayList<>();
        List<Duration> lonelyFlashes = new ArrayList<>();
        List<Duration> lonelyBeeps = new ArrayList<>(beeps);
        for (Duration flash : flashes) {
            Duration beep = nearest(flash, beeps);
            boolean mutual = nearest(beep, flashes).equals(flash);
            if (mutual && flash.minus(beep).abs().compareTo(FARTHEST) < 0) {
                offsets.add(new Offset(flash, Times.ms(flash.minus(beep))));
                lonelyBeeps.remove(beep);
            } else {
                lonelyFlashes.add(flash);
            }
        }
        return new MarksOffset(offsets, lonelyFlashes, lonelyBeeps);
    }

    private static Duration nearest(Duration time, List<Duration> others) {
        return others.stream()
                .min(Comparator.comparing(other -> other.minus(time).abs()))
                .orElseThrow();
    }
}
