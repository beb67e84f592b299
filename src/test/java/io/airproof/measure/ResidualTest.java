package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.Sound;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Two voices of 6 s in an output of 8 s that starts at 100 s; they begin 1 s into it. */
class ResidualTest {

    private static final int RATE = 12_000;
    private static final Duration START = Duration.ofSeconds(100);
    private static final Duration AT = Duration.ofSeconds(101);
    private static final Duration SEARCH = Duration.ofMillis(25);
    private static final int MOST = RATE * 25 / 1000;

    @Property(tries = 12, seed = "21")
    void theSourceIsMeasuredUnderTheDub(
            @ForAll @IntRange(max = 100_000) int seed,
            @ForAll @DoubleRange(min = -30, max = -6) double sourceDb,
            @ForAll @DoubleRange(min = -12, max = 6) double gainDb,
            @ForAll @IntRange(min = -MOST, max = MOST) int sourceLate,
            @ForAll @IntRange(min = -MOST, max = MOST) int dubLate,
            @ForAll boolean turned) {
        Sound source = voice(2L * seed);
        Sound dub = voice(2L * seed + 1);
        double sign = turned ? -1 : 1;
        Sound output = Sounds.gained(
                mix(source, sign * Level.amplitude(sourceDb), sourceLate, dub, dubLate, seed), Level.amplitude(gainDb));
        Residual residual = residual(source, dub, output).orElseThrow();
        assertThat(residual.sourceDb()).isCloseTo(sourceDb + gainDb, within(0.6));
        assertThat(residual.dubDb()).isCloseTo(gainDb, within(0.1));
    }

    @Property(tries = 6, seed = "22")
    void atTheRatesOfStreamsToo(
            @ForAll boolean compactDisc,
            @ForAll @DoubleRange(min = -30, max = 0) double sourceDb,
            @ForAll @DoubleRange(min = -25, max = 25) double sourceLateMs,
            @ForAll @DoubleRange(min = -25, max = 25) double dubLateMs) {
        int rate = compactDisc ? 44_100 : 48_000;
        Sound source = Sounds.speech(51, 6, rate);
        Sound dub = Sounds.speech(52, 6, rate);
        Sound voices = Sounds.plus(
                Sounds.delayed(dub, rate + (int) (dubLateMs * rate / 1000), 8 * rate),
                Sounds.gained(
                        Sounds.delayed(source, rate + (int) (sourceLateMs * rate / 1000), 8 * rate),
                        Level.amplitude(sourceDb)));
        Sound noisy = Sounds.plus(voices, Sounds.noise(53, 8, rate, Level.amplitude(Level.rmsDbfs(dub) - 30)));
        Residual residual = residual(source, dub, noisy.startingAt(START)).orElseThrow();
        assertThat(residual.sourceDb()).isCloseTo(sourceDb, within(0.6));
        assertThat(residual.dubDb()).isCloseTo(0, within(0.1));
    }

    @Example
    void aSourceThatIsNotThereIsNotFound() {
        for (int seed = 0; seed < 5; seed++) {
            Sound source = voice(100 + seed);
            Sound dub = voice(200 + seed);
            assertThat(residual(source, dub, mix(source, 0, 0, dub, 77, seed))
                            .orElseThrow()
                            .sourceDb())
                    .as("seed %d", seed)
                    .isLessThan(-35);
        }
    }

    @Example
    void aSourceAsLoudAsTheDubOrLouderIsMeasured() {
        for (double db : new double[] {0, 6, 20}) {
            Sound source = voice(1);
            Sound dub = voice(2);
            Residual residual = residual(source, dub, mix(source, Level.amplitude(db), 300, dub, -300, 3))
                    .orElseThrow();
            assertThat(residual.sourceDb()).isCloseTo(db, within(0.1));
            assertThat(residual.dubDb()).isCloseTo(0, within(1.0));
        }
    }

    @Example
    void placesBetweenSamplesLeaveNothingOver() {
        // Made at three times the rate and one sample of that late: a third of a sample.
        for (int seed = 0; seed < 3; seed++) {
            Sound source = Sounds.speech(300 + seed, 6, 3 * RATE);
            Sound dub = Sounds.speech(400 + seed, 6, 3 * RATE);
            Sound mix = Sounds.plus(
                    Sounds.delayed(dub, 3 * RATE + 1, 24 * RATE),
                    Sounds.gained(Sounds.delayed(source, 3 * RATE - 1, 24 * RATE), Level.amplitude(-26)));
            Residual residual = residual(
                            Resampler.resample(source, RATE),
                            Resampler.resample(dub, RATE),
                            Resampler.resample(mix, RATE).startingAt(START))
                    .orElseThrow();
            assertThat(residual.sourceDb()).as("seed %d", seed).isCloseTo(-26, within(0.6));
            assertThat(residual.dubDb()).isCloseTo(0, within(0.1));
        }
    }

    @Example
    void nothingToMeasure() {
        Sound source = voice(5);
        Sound dub = voice(6);
        Sound output = mix(source, 0.1, 0, dub, 0, 7);
        assertThat(residual(source, dub, Sounds.silence(8, RATE).startingAt(START)))
                .isEqualTo(Reading.unmeasurable("the output is silent"));
        assertThat(residual(Sounds.silence(6, RATE), dub, output))
                .isInstanceOfSatisfying(Unmeasurable.class, none -> assertThat(none.reason())
                        .startsWith("the source: the needle is silent"));
        assertThat(residual(source, Sounds.silence(6, RATE), output))
                .isInstanceOfSatisfying(
                        Unmeasurable.class, none -> assertThat(none.reason()).startsWith("the dub: "));
        assertThat(residual(dub, dub, output))
                .isInstanceOfSatisfying(
                        Unmeasurable.class, none -> assertThat(none.reason()).contains("too alike"));
        assertThat(residual(source.startingAt(Duration.ZERO).slice(Duration.ZERO, Duration.ofMillis(450)), dub, output))
                .isInstanceOfSatisfying(
                        Unmeasurable.class, none -> assertThat(none.reason()).contains("0.450 s, 0.500 s needed"));
        assertThatThrownBy(() -> residual(Sounds.speech(5, 6, 8_000), dub, output))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8000, 12000 and 12000 Hz");
    }

    private static Reading<Residual> residual(Sound source, Sound dub, Sound output) {
        return Residual.of(source, dub, output, AT, AT, SEARCH);
    }

    /** Voices start at other stream times than where they lie in the output. */
    private static Sound voice(long seed) {
        return Sounds.speech(seed, 6, RATE).startingAt(Duration.ofSeconds(seed));
    }

    private static Sound mix(Sound source, double gain, int sourceLate, Sound dub, int dubLate, long seed) {
        double noise = Level.amplitude(Level.rmsDbfs(dub) - 30);
        Sound voices = Sounds.plus(
                Sounds.delayed(dub, RATE + dubLate, 8 * RATE),
                Sounds.gained(Sounds.delayed(source, RATE + sourceLate, 8 * RATE), gain));
        return Sounds.plus(voices, Sounds.noise(seed + 9, 8, RATE, noise)).startingAt(START);
    }
}
