package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.Sound;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The way of one segment of a clip of 18 s: source 6 s to 12 s, dubbed, heard and seen 6 s later. */
class OffsetTest {

    private static final int RATE = 16_000;
    private static final Duration SEGMENT = Duration.ofSeconds(6);
    private static final Duration SHIFT = Duration.ofSeconds(6);
    private static final Duration SEARCH = Duration.ofSeconds(1);
    private static final Sound SOURCE = Sounds.speech(11, 18, RATE);
    private static final Sound FRAGMENT = SOURCE.slice(SEGMENT, SEGMENT.multipliedBy(2));
    private static final Sound DUB = Sounds.speech(12, 6, RATE);
    private static final PictureClock CLOCK =
            PictureClock.of(Pictures.from(SHIFT, 540), Pictures.numbers(540), Pictures.FPS);

    @Property(tries = 12)
    void anOffsetIsWhatItIs(
            @ForAll @IntRange(min = -6000, max = 6000) int samples,
            @ForAll @DoubleRange(min = 0.1, max = 3) double gain) {
        Sound output = output(Sounds.gained(DUB, gain), samples);
        SegmentOffsets offsets = measured(DUB, output).orElseThrow();
        double early = -samples * 1000.0 / RATE;
        assertThat(offsets.start().ms()).isCloseTo(early, within(0.6));
        assertThat(offsets.end().ms()).isCloseTo(early, within(0.6));
    }

    @Property(tries = 16, seed = "31")
    void atTheRatesOfStreamsAndInNoiseTheErrorIsTheGridOfTimeStamps(
            @ForAll boolean compactDisc,
            @ForAll @DoubleRange(min = -600, max = 600) double lateMs,
            @ForAll @DoubleRange(min = -60, max = -30) double noiseDbfs,
            @ForAll @IntRange(max = 100_000) int seed) {
        int rate = compactDisc ? 44_100 : 48_000;
        int late = (int) Math.round(lateMs * rate / 1000);
        Sound source = Sounds.speech(seed, 9, rate);
        Sound fragment = source.slice(Duration.ofSeconds(2), Duration.ofSeconds(8));
        Sound dub = Sounds.speech(seed + 1L, 6, rate);
        Sound output = Sounds.plus(
                        Sounds.delayed(dub, 2 * rate + late, 9 * rate),
                        Sounds.noise(seed, 9, rate, Level.amplitude(noiseDbfs)))
                .startingAt(SHIFT);
        SegmentOffsets offsets = SegmentOffsets.of(
                        source,
                        fragment,
                        dub,
                        output,
                        PictureClock.of(Pictures.from(SHIFT, 270), Pictures.numbers(270), Pictures.FPS),
                        Duration.ofSeconds(2),
                        SHIFT.plusSeconds(2),
                        SEARCH)
                .orElseThrow();
        assertThat(offsets.start().ms()).isCloseTo(-lateMs, within(0.6));
        assertThat(offsets.end().ms()).isCloseTo(-lateMs, within(0.6));
    }

    @Example
    void soundThatIsLateBy150MsIsSeen() {
        SegmentOffsets offsets = measured(DUB, output(DUB, RATE * 150 / 1000)).orElseThrow();
        assertThat(offsets.start().ms()).isCloseTo(-150, within(2.0));
        assertThat(offsets.end().ms()).isCloseTo(-150, within(2.0));
        assertThat(offsets.worstMs()).isGreaterThan(149);
        assertThat(offsets.start().at()).isBetween(Duration.ofSeconds(12), Duration.ofMillis(12_600));
        assertThat(offsets.end().at()).isBetween(Duration.ofSeconds(17), Duration.ofMillis(18_200));
    }

    @Example
    void otherRatesAreBroughtTogether() {
        Sound dub = Resampler.resample(DUB, 22_050);
        Sound output = Resampler.resample(output(DUB, 0), 48_000);
        Sound fragment = Resampler.resample(FRAGMENT, 44_100).startingAt(Duration.ofDays(1));
        SegmentOffsets offsets = SegmentOffsets.of(
                        SOURCE, fragment, dub, output, CLOCK, SEGMENT, SEGMENT.plus(SHIFT), SEARCH)
                .orElseThrow();
        assertThat(offsets.worstMs()).isLessThan(0.6);
    }

    @Example
    void aDubThatStumblesIsSeenAtItsEnd() {
        Sound stumbling = Sounds.made(
                6 * RATE, RATE, i -> DUB.samples()[i < 3 * RATE ? i : Math.max(3 * RATE, i - RATE * 130 / 1000)]);
        SegmentOffsets offsets = measured(DUB, output(stumbling, 0)).orElseThrow();
        assertThat(offsets.start().ms()).isCloseTo(0, within(0.6));
        assertThat(offsets.end().ms()).isCloseTo(-130, within(0.6));
    }

    @Example
    void aSlightSlewIsMeasured() {
        Sound slow = new Sound(Resampler.resample(DUB, RATE * 10005 / 10000).samples(), RATE, Duration.ZERO);
        SegmentOffsets offsets = measured(DUB, output(slow, 0)).orElseThrow();
        assertThat(offsets.end().ms() - offsets.start().ms()).isBetween(-3.0, -1.0);
    }

    @Example
    void aPictureThatHangsIsSeen() {
        PictureClock late =
                PictureClock.of(Pictures.from(SHIFT.plusMillis(200), 540), Pictures.numbers(540), Pictures.FPS);
        SegmentOffsets offsets = SegmentOffsets.of(
                        SOURCE, FRAGMENT, DUB, output(DUB, 0), late, SEGMENT, SEGMENT.plus(SHIFT), SEARCH)
                .orElseThrow();
        assertThat(offsets.start().ms()).isCloseTo(200, within(1.0));
    }

    @Example
    void soundThatComesLateInTheSegmentDoes() {
        Sound half = Sounds.delayed(DUB.slice(Duration.ofMillis(2900), SEGMENT), RATE * 29 / 10, 6 * RATE);
        assertThat(measured(half, output(half, 800)).orElseThrow().start().ms()).isCloseTo(-50, within(0.6));
    }

    @Example
    void whatIsNotHeardIsNotMeasured() {
        assertThat(measured(DUB, output(FRAGMENT.startingAt(Duration.ZERO), 0)))
                .isInstanceOfSatisfying(Unmeasurable.class, none -> assertThat(none.reason())
                        .startsWith("the dub (its part from ")
                        .contains("is not heard in the output from")
                        .contains("0.60 needed"));
        assertThat(measured(Sounds.silence(6, RATE), output(DUB, 0)))
                .isEqualTo(Reading.unmeasurable("the dub (6.000 s) holds no sound of 0.500 s or more to be matched"));
    }

    @Property(tries = 12)
    void foreignSpeechIsNeverTakenForTheDub(@ForAll @LongRange(min = 1000) long seed) {
        assertThat(measured(Sounds.speech(seed, 6, RATE), output(DUB, 0))).isInstanceOf(Unmeasurable.class);
    }

    private static Reading<SegmentOffsets> measured(Sound dub, Sound output) {
        return SegmentOffsets.of(SOURCE, FRAGMENT, dub, output, CLOCK, SEGMENT, SEGMENT.plus(SHIFT), SEARCH);
    }

    /** 6 s of other sound, the dub of the segment at 12 s plus {@code late} samples, other sound. */
    private static Sound output(Sound dub, int late) {
        Sound placed = Sounds.delayed(dub, 6 * RATE + late, 18 * RATE);
        Sound others = Sounds.plus(
                Sounds.delayed(Sounds.speech(13, 5.5, RATE), 0, 18 * RATE),
                Sounds.delayed(Sounds.speech(14, 5.5, RATE), 25 * RATE / 2, 18 * RATE));
        Sound hiss = Sounds.noise(15, 18, RATE, 0.001);
        return Sounds.plus(Sounds.plus(placed, others), hiss).startingAt(SHIFT);
    }
}
