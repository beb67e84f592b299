package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DriftTest {

    @Property(tries = 200, seed = "5")
    void aLineIsItsOwnDrift(
            @ForAll @DoubleRange(min = -200, max = 200) double msPerMinute,
            @ForAll @DoubleRange(min = -500, max = 500) double beginMs,
            @ForAll @IntRange(min = 3, max = 50) int count,
            @ForAll @IntRange(min = 0, max = 200_000) int startSeconds,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Offset> offsets = new ArrayList<>();
        double seconds = 0;
        for (int i = 0; i < count; i++) {
            offsets.add(new Offset(
                    Duration.ofSeconds(startSeconds).plus(Times.seconds(seconds)),
                    beginMs + msPerMinute * seconds / 60));
            if (i < count - 1) {
                seconds += 5 + 10 * random.nextDouble();
            }
        }
        Collections.shuffle(offsets, random);
        Drift drift = Drift.of(offsets).orElseThrow();
        assertThat(drift.msPerMinute()).isCloseTo(msPerMinute, within(1e-6));
        assertThat(drift.changeMs()).isCloseTo(msPerMinute * seconds / 60, within(1e-6));
    }

    @Property(tries = 12, seed = "32")
    void ofMarksInNoiseOnTheGridOfTimeStamps(
            @ForAll @DoubleRange(min = -60, max = 60) double msPerMinute,
            @ForAll @DoubleRange(min = -100, max = 100) double beginMs,
            @ForAll boolean compactDisc,
            @ForAll @IntRange(max = 32) int frameShift,
            @ForAll long seed) {
        int rate = compactDisc ? 44_100 : 48_000;
        int seconds = 30;
        Duration shift = Duration.ofMillis(6000 + frameShift);
        double[] begins = new double[seconds];
        for (int second = 1; second < seconds; second++) {
            begins[second] = second - (beginMs + msPerMinute * second / 60) / 1000;
        }
        Sound beeps = Sounds.made(seconds * rate, rate, i -> {
            double time = (double) i / rate;
            int second = (int) Math.min(seconds - 1, Math.round(time));
            double within = time - begins[second];
            return second > 0 && within >= 0 && within < 0.080 ? 0.4 * Math.sin(2 * Math.PI * 1000 * within) : 0;
        });
        Sound noisy = Sounds.plus(beeps, Sounds.noise(seed, seconds, rate, 0.03));
        PictureClock clock =
                PictureClock.of(Pictures.from(shift, seconds * 30), Pictures.numbers(seconds * 30), Pictures.FPS);
        MarksOffset marks = MarksOffset.of(noisy.startingAt(shift), clock, 30).orElseThrow();
        assertThat(marks.offsets()).hasSize(seconds - 1);
        Drift drift = Drift.of(marks.offsets()).orElseThrow();
        assertThat(drift.msPerMinute()).isCloseTo(msPerMinute, within(0.5));
        assertThat(drift.changeMs()).isCloseTo(msPerMinute * (seconds - 2) / 60, within(0.25));
    }

    @Example
    void theLineOfLeastSquares() {
        // By hand: at 0, 10, 20 s the offsets 0, 3, 0 have no slope; 0, 0, 6 have 6 / 20 s = 18 per minute.
        assertThat(Drift.of(offsets(0, 3, 0)).orElseThrow()).isEqualTo(new Drift(0, 0));
        Drift late = Drift.of(offsets(0, 0, 6)).orElseThrow();
        assertThat(late.msPerMinute()).isCloseTo(18, within(1e-9));
        assertThat(late.changeMs()).isCloseTo(6, within(1e-9));
    }

    @Example
    void errorsOfSingleOffsetsAverageOut() {
        Random random = new Random(7);
        double[] ms = new double[60];
        for (int i = 0; i < ms.length; i++) {
            ms[i] = -2.0 * i * 10 / 60 + 5 * random.nextGaussian();
        }
        // 5 ms each, over 10 min: sigma of the slope is 5 / sqrt(sum of squares) = 0.22 ms per minute.
        assertThat(Drift.of(offsets(ms)).orElseThrow().msPerMinute()).isCloseTo(-2, within(3 * 0.23));
    }

    @Example
    void tooFewOrTooClose() {
        assertThat(Drift.of(offsets(1, 2)))
                .isEqualTo(Reading.unmeasurable("too few offsets for a drift: 2 of 3 needed"));
        assertThat(Drift.of(List.of())).isInstanceOf(Unmeasurable.class);
        List<Offset> close = List.of(
                new Offset(Duration.ZERO, 1),
                new Offset(Duration.ofSeconds(4), 2),
                new Offset(Duration.ofMillis(9999), 3));
        assertThat(Drift.of(close))
                .isEqualTo(Reading.unmeasurable(
                        "offsets too close together for a drift: within 9.999 s, 10.000 s needed"));
    }

    /** Offsets every 10 s. */
    private static List<Offset> offsets(double... ms) {
        List<Offset> offsets = new ArrayList<>();
        for (int i = 0; i < ms.length; i++) {
            offsets.add(new Offset(Duration.ofSeconds(10L * i), ms[i]));
        }
        return offsets;
    }
}
