package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class JoinsTest {

    private static final int[] RATES = {16_000, 22_050, 44_100, 48_000};
    private static final Duration START = Duration.ofMillis(7250);
    private static final Duration TEN_MS = Duration.ofMillis(10);
    private static final Duration AROUND = Duration.ofMillis(20);

    /** Shapes of a click of 2 ms; each is 1 high at most. */
    private enum Shape {
        PULSE,
        DECAY,
        BURST,
        BIPOLAR;

        double at(double part, Random random) {
            return switch (this) {
                case PULSE -> 1;
                case DECAY -> Math.exp(-4 * part);
                case BURST -> part == 0 ? 1 : 2 * random.nextDouble() - 1;
                case BIPOLAR -> part < 0.5 ? 1 : -1;
            };
        }
    }

    @Property(tries = 40, seed = "11")
    void aSilenceInAToneIsFound(
            @ForAll @DoubleRange(min = 100, max = 5000) double hertz,
            @ForAll @DoubleRange(min = 0.1, max = 0.5) double at,
            @ForAll @DoubleRange(min = 0.01, max = 0.3) double length,
            @ForAll @IntRange(max = 3) int rateIndex) {
        int rate = RATES[rateIndex];
        int from = (int) (at * rate);
        int count = (int) (length * rate);
        Sound broken = silenced(Sounds.tone(hertz, 1, rate), from, count);
        List<JoinFault> faults = silences(broken, Duration.ofMillis(9));
        assertThat(faults).hasSize(1);
        JoinFault fault = faults.get(0);
        assertThat(fault.kind()).isEqualTo(JoinFault.Kind.SILENCE);
        assertThat(samplesAt(fault, broken)).isCloseTo(from, within(3.0));
        assertThat(Times.seconds(fault.length()) * rate).isCloseTo(count, within(6.0));
        assertThat(fault.strength()).isCloseTo(0.3 / Math.sqrt(2), within(0.03));
        assertThat(silences(broken, fault.length().plusMillis(1))).isEmpty();
    }

    @Example
    void aSilenceCountsFromTheShortestLengthOn() {
        Sound tone = Sounds.made(48_000, 48_000, i -> i >= 20_000 && i < 20_480 ? 0 : 0.3 * (i % 2 == 0 ? 1 : -1));
        assertThat(silences(tone, TEN_MS)).singleElement().satisfies(fault -> {
            assertThat(fault.length()).isEqualTo(TEN_MS);
            assertThat(fault.at()).isEqualTo(Times.samples(20_000, 48_000));
        });
        assertThat(silences(tone, TEN_MS.plusNanos(20_834))).isEmpty();
    }

    @Example
    void noiseNearSilenceIsSilenceAndLouderIsNot() {
        for (double dbfs : new double[] {-71, -69}) {
            double quiet = Level.amplitude(dbfs);
            Sound sound =
                    Sounds.made(48_000, 48_000, i -> (i >= 20_000 && i < 22_000 ? quiet : 0.3) * (i % 2 == 0 ? 1 : -1));
            assertThat(silences(sound, TEN_MS)).hasSize(dbfs < -70 ? 1 : 0);
        }
    }

    @Example
    void pausesOfSpeechAndTheEndsOfSoundDoNotCount() {
        for (int seed = 0; seed < 12; seed++) {
            assertThat(silences(Sounds.speech(seed, 5, RATES[seed % 4]), TEN_MS))
                    .as("seed %d", seed)
                    .isEmpty();
        }
        assertThat(silences(Sounds.delayed(Sounds.tone(440, 1, 48_000), 9_600, 67_200), TEN_MS))
                .isEmpty();
        assertThat(Joins.silences(Sounds.silence(1, 48_000), TEN_MS))
                .isEqualTo(Reading.unmeasurable("silent: -Infinity dBFS in 1.000 s"));
        assertThat(Joins.silences(Sounds.silence(0, 48_000), TEN_MS))
                .isEqualTo(Reading.unmeasurable("too short to have joins: 0.000 s of 0.100 s needed"));
    }

    @Example
    void aSilenceInNoiseAndInTheMidstOfAWordIsFound() {
        for (int seed = 0; seed < 20; seed++) {
            Sound noise = silenced(Sounds.noise(seed, 1, 16_000, 0.1), 5_000 + 100 * seed, 320);
            assertThat(silences(noise, TEN_MS)).as("noise %d", seed).hasSize(1);
        }
        // The first vowel lasts from 0.17 s to 0.27 s or more.
        for (int seed = 0; seed < 10; seed++) {
            Sound word = silenced(Sounds.speech(seed, 1, 48_000), 48_000 * 21 / 100, 48_000 * 15 / 1000);
            assertThat(silences(word, TEN_MS)).as("word %d", seed).hasSize(1);
        }
    }

    @Property(tries = 40, seed = "12")
    void aJoinWithoutAStepIsLikeItsSurroundings(
            @ForAll @DoubleRange(min = 100, max = 5000) double hertz,
            @ForAll @DoubleRange(min = 0.1, max = 0.4) double at,
            @ForAll @IntRange(max = 3) int rateIndex) {
        Sound tone = Sounds.tone(hertz, 0.5, RATES[rateIndex]).startingAt(START);
        assertThat(Joins.stepRatioAt(tone, START.plus(Times.seconds(at)), AROUND)
                        .orElseThrow())
                .isBetween(0.3, 1.1);
    }

    @Property(tries = 40, seed = "13")
    void aStepAtAJoinIsMeasured(
            @ForAll @DoubleRange(min = 100, max = 1500) double hertz,
            @ForAll @DoubleRange(min = 0.1, max = 0.4) double at,
            @ForAll @DoubleRange(min = -1.9, max = 1.9) double offMs,
            @ForAll @IntRange(max = 3) int rateIndex) {
        int rate = RATES[rateIndex];
        int place = (int) (at * rate);
        // The sign turns where the tone is near its peak: a step of 0.6, while the tone has steps of 0.6 sin(pi f /
        // rate).
        Sound tone = Sounds.made(
                rate / 2,
                rate,
                i -> (i < place ? 0.3 : -0.3) * Math.cos(2 * Math.PI * hertz * (i - place + 0.5) / rate));
        Duration join = START.plus(Times.samples(place, rate)).plus(Times.seconds(offMs / 1000));
        double truth = Math.cos(Math.PI * hertz / rate) / Math.sin(Math.PI * hertz / rate);
        double ratio = Joins.stepRatioAt(tone.startingAt(START), join, AROUND).orElseThrow();
        assertThat(ratio / truth).isBetween(0.99, 1.06);
        assertThat(ratio).isGreaterThan(1.5);
    }

    @Example
    void aStep2MsFromTheJoinBelongsToItOnEitherSide() {
        // The sign turns at sample 24 000, near the peak of the tone.
        Sound turned = Sounds.made(
                48_000,
                48_000,
                i -> (i < 24_000 ? 0.3 : -0.3) * Math.cos(2 * Math.PI * 440 * (i - 24_000 + 0.5) / 48_000));
        Duration place = Times.samples(24_000, 48_000);
        Duration sample = Duration.ofNanos(20_834);
        for (int side : new int[] {-1, 1}) {
            Duration edge = Duration.ofMillis(2).multipliedBy(side);
            assertThat(Joins.stepRatioAt(turned, place.plus(edge), AROUND).orElseThrow())
                    .isGreaterThan(20);
            assertThat(Joins.stepRatioAt(turned, place.plus(edge).plus(sample.multipliedBy(side)), AROUND)
                            .orElseThrow())
                    .isLessThan(0.1);
        }
    }

    @Example
    void aStepBeyond2MsBelongsToTheSurroundings() {
        Sound step = Sounds.made(48_000, 48_000, i -> i < 24_000 ? 0.1 : 0.3);
        Duration place = Times.samples(24_000, 48_000);
        assertThat(Joins.stepRatioAt(step, place.plusMillis(2), AROUND)).isInstanceOf(Unmeasurable.class);
        assertThat(Joins.stepRatioAt(step, place.plusMillis(2).plusNanos(20_834), AROUND))
                .isEqualTo(Reading.measured(0.0));
        assertThat(Joins.stepRatioAt(step, Duration.ofSeconds(2), AROUND))
                .isEqualTo(Reading.unmeasurable("the join at 2.000 s lies not within the sound (0.000 s to 1.000 s)"));
        assertThatThrownBy(() -> Joins.stepRatioAt(step, place, Duration.ofMillis(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 60, seed = "14")
    void aClickInAToneIsFound(
            @ForAll @DoubleRange(min = 100, max = 6000) double hertz,
            @ForAll @DoubleRange(min = 0.01, max = 0.48) double at,
            @ForAll @DoubleRange(min = 0.1, max = 0.6) double height,
            @ForAll Shape shape,
            @ForAll boolean down,
            @ForAll @IntRange(max = 3) int rateIndex) {
        int rate = RATES[rateIndex];
        int from = (int) (at * rate);
        Sound tone = Sounds.plus(Sounds.tone(hertz, 0.5, rate), Sounds.noise(1, 0.5, rate, 0.001));
        Sound clicking = clicked(tone, from, down ? -height : height, shape).startingAt(START);
        List<JoinFault> clicks = clicks(clicking);
        assertThat(clicks).hasSize(1);
        JoinFault click = clicks.get(0);
        assertThat(click.kind()).isEqualTo(JoinFault.Kind.CLICK);
        assertThat(Times.ms(click.at().minus(START)) - 1000.0 * from / rate).isBetween(-0.1, 2.1);
        assertThat(click.length()).isLessThanOrEqualTo(Duration.ofMillis(9));
        assertThat(click.strength()).isBetween(0.5 * height, 3 * height);
    }

    @Property(tries = 20, seed = "15")
    void aPulseIsPlacedToTheSample(
            @ForAll @DoubleRange(min = 0.05, max = 0.45) double at, @ForAll @IntRange(max = 3) int rateIndex) {
        int rate = RATES[rateIndex];
        int from = (int) (at * rate);
        Sound clicking = clicked(Sounds.tone(440, 0.5, rate), from, 0.4, Shape.PULSE);
        assertThat(clicks(clicking)).singleElement().satisfies(click -> {
            assertThat(click.at()).isEqualTo(Times.samples(from, rate));
            assertThat(Times.ms(click.length())).isCloseTo(2, within(0.15));
        });
    }

    @Example
    void cleanSoundHasNoClicks() {
        for (int seed = 0; seed < 12; seed++) {
            assertThat(clicks(Sounds.speech(seed, 4, RATES[seed % 4])))
                    .as("speech %d", seed)
                    .isEmpty();
            assertThat(clicks(Sounds.tone(50 + 173 * seed, 0.3, RATES[seed % 4])))
                    .as("tone %d", seed)
                    .isEmpty();
            assertThat(clicks(Sounds.noise(seed, 0.5, RATES[seed % 4], 0.2)))
                    .as("noise %d", seed)
                    .isEmpty();
        }
        assertThat(Joins.clicks(Sounds.silence(0, 48_000))).isInstanceOf(Unmeasurable.class);
        assertThat(Joins.clicks(Sounds.silence(0.5, 48_000))).isInstanceOf(Unmeasurable.class);
    }

    @Example
    void clicksApartAreFoundEach() {
        Sound sound = Sounds.tone(440, 1, 48_000);
        for (int place : new int[] {9_600, 12_000, 24_000, 40_000}) {
            sound = clicked(sound, place, 0.2, Shape.DECAY);
        }
        assertThat(clicks(sound)).hasSize(4);
    }

    @Example
    void whatIsDocumentedAsNotFound() {
        Sound tone = Sounds.tone(440, 1, 48_000);
        Sound smooth = Sounds.made(
                48_000,
                48_000,
                i -> tone.samples()[i] + (i >= 9_600 && i < 9_696 ? 0.2 * Math.sin(Math.PI * (i - 9_600) / 96) : 0));
        assertThat(clicks(smooth)).isEmpty();
        Sound pair = clicked(clicked(tone, 9_600, 0.2, Shape.DECAY), 10_080, 0.2, Shape.DECAY);
        assertThat(clicks(pair)).isEmpty();
    }

    private static List<JoinFault> silences(Sound sound, Duration shortest) {
        return Joins.silences(sound, shortest).orElseThrow();
    }

    private static List<JoinFault> clicks(Sound sound) {
        return Joins.clicks(sound).orElseThrow();
    }

    private static double samplesAt(JoinFault fault, Sound sound) {
        return Times.seconds(fault.at().minus(sound.start())) * sound.sampleRate();
    }

    private static Sound silenced(Sound sound, int from, int count) {
        return Sounds.made(
                sound.samples().length,
                sound.sampleRate(),
                i -> i >= from && i < from + count ? 0 : sound.samples()[i]);
    }

    private static Sound clicked(Sound sound, int from, double height, Shape shape) {
        Random random = new Random(3);
        int count = sound.sampleRate() * 2 / 1000;
        return Sounds.made(
                sound.samples().length,
                sound.sampleRate(),
                i -> sound.samples()[i]
                        + (i >= from && i < from + count ? height * shape.at((double) (i - from) / count, random) : 0));
    }
}
