package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.Sound;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SoundFinderTest {

    private static final int RATE = 8000;

    /** Correlation with the source that a dub may have (DUB-142). */
    private static final double FOREIGN_AT_MOST = 0.3;

    private static final Duration START = Duration.ofMillis(7250);

    @Property(tries = 60)
    void aSoundIsFoundWhereItIs(
            @ForAll long seed,
            @ForAll @IntRange(max = 30_000) int at,
            @ForAll @DoubleRange(min = 0.01, max = 20) double gain,
            @ForAll boolean compactDisc) {
        int rate = compactDisc ? 44_100 : 48_000;
        Sound haystack = Sounds.noise(seed, 1, rate, 0.1).startingAt(START);
        Sound needle = cut(Sounds.gained(haystack, gain), at, 9_000);

        SoundMatch match = found(needle, haystack, START, haystack.end());

        assertThat(match.correlation()).isCloseTo(1, within(1e-9));
        assertThat(match.at().minus(needle.start())).isBetween(samples(-0.5, rate), samples(0.5, rate));
    }

    @Property(tries = 20, seed = "41")
    void inNoiseAndResampledThePlaceIsOffByHalfASample(
            @ForAll boolean compactDisc,
            @ForAll @IntRange(min = 0, max = 40_000) int at,
            @ForAll @DoubleRange(min = -10, max = 20) double voiceOverNoiseDb,
            @ForAll boolean turned,
            @ForAll @IntRange(max = 100_000) int seed) {
        int rate = compactDisc ? 44_100 : 48_000;
        Sound voice = Sounds.speech(seed, 2, 22_050);
        Sound needle = Resampler.resample(voice, rate);
        double noise = Level.amplitude(Level.rmsDbfs(needle) - voiceOverNoiseDb);
        // The haystack was made at the other rate, where the voice begins between two samples of this one.
        int other = compactDisc ? 48_000 : 44_100;
        Sound placed = Sounds.delayed(Resampler.resample(voice, other), at, 3 * other);
        Sound haystack = Resampler.resample(Sounds.plus(placed, Sounds.noise(seed, 3, other, noise)), rate)
                .startingAt(START);
        Sound sought = turned ? needle.inverted() : needle;
        SoundMatch match = SoundFinder.findEitherWay(sought, haystack, START, START.plusSeconds(1))
                .orElseThrow();
        double truthMs = Times.ms(START) + 1000.0 * at / other;
        assertThat(Times.ms(match.at())).isCloseTo(truthMs, within(0.05));
        assertThat(match.correlation())
                .isCloseTo(1 / Math.sqrt(1 + Math.pow(10, -voiceOverNoiseDb / 10)), within(0.06));
    }

    @Property(tries = 40)
    void theFastSumIsTheSlowSum(@ForAll long seed, @ForAll @IntRange(min = -90, max = 700) int place) {
        Sound haystack = Sounds.noise(seed, 0.2, RATE, 0.1);
        Sound needle = Sounds.noise(seed + 1, 0.125, RATE, 0.1);
        Duration at = Times.samples(place, RATE);

        Duration reach = Times.samples(3000, RATE);
        SoundMatch best = found(needle, haystack, at.minus(reach), at.plus(reach));

        assertThat(best.correlation()).isCloseTo(slow(needle, haystack, best.at()), within(1e-9));
        double here = slow(needle, haystack, at);
        if (place <= 600 + 100) {
            assertThat(SoundFinder.correlationAt(needle, haystack, at).orElseThrow())
                    .isCloseTo(here, within(1e-9));
            assertThat(best.correlation()).isGreaterThanOrEqualTo(here - 1e-9);
        }
    }

    @Test
    void noiseLowersTheCorrelationAsItShould() {
        Sound clean = Sounds.noise(1, 2, RATE, 0.1);
        Sound noisy = Sounds.plus(clean, Sounds.noise(2, 2, RATE, 0.1));

        SoundMatch match = found(cut(clean, 4000, 8000), noisy, Duration.ZERO, Duration.ofSeconds(1));

        assertThat(match.correlation()).isCloseTo(Math.sqrt(0.5), within(0.02));
        assertThat(match.at()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aNeedleThatIsCutOffIsJudgedOnTheRest() {
        Sound sound = Sounds.noise(3, 3, RATE, 0.1);
        Sound haystack = cut(sound, 8000, 8000);

        assertThat(found(cut(sound, 7300, 8000), haystack, Duration.ZERO, haystack.end())
                        .at())
                .isEqualTo(Times.samples(7300, RATE));
        assertThat(found(cut(sound, 8700, 8000), haystack, Duration.ZERO, haystack.end())
                        .at())
                .isEqualTo(Times.samples(8700, RATE));
        assertThat(SoundFinder.correlationAt(cut(sound, 9000, 8000), haystack, Times.samples(9000, RATE)))
                .isInstanceOfSatisfying(Unmeasurable.class, none -> assertThat(none.reason())
                        .isEqualTo("less than 90 % of the needle (1.000 s) would lie within the haystack"
                                + " (1.000 s to 2.000 s) anywhere from 1.125 s to 1.125 s"));
    }

    @Test
    void silenceIsNoMatchAndNoNeedle() {
        Sound silence = Sounds.silence(2, RATE);
        Sound needle = Sounds.noise(4, 1, RATE, 0.1);

        assertThat(found(needle, silence, Duration.ZERO, Duration.ofSeconds(1)).correlation())
                .isZero();
        assertThat(SoundFinder.find(silence, needle, Duration.ZERO, Duration.ofSeconds(1)))
                .isEqualTo(Reading.unmeasurable("the needle is silent: -Infinity dBFS in 2.000 s"));
    }

    @Test
    void whatIsSomethingElseDoesNotCorrelate() {
        Sound source = Sounds.speech(5, 6, 16_000);
        Sound dub = Sounds.speech(6, 6, 16_000);

        assertThat(SoundFinder.correlationAt(dub, source, Duration.ZERO, Duration.ofMillis(200))
                        .orElseThrow())
                .isLessThan(FOREIGN_AT_MOST);
        assertThat(SoundFinder.correlationAt(Sounds.gained(dub, -1), dub, Duration.ZERO)
                        .orElseThrow())
                .isCloseTo(-1, within(1e-9));
    }

    @Test
    void differentRatesAreNamed() {
        assertThatThrownBy(() -> SoundFinder.find(
                        Sounds.noise(1, 1, 44_100, 0.1),
                        Sounds.noise(1, 1, 48_000, 0.1),
                        Duration.ZERO,
                        Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the needle has 44100 Hz and the haystack 48000 Hz: resample one of them first (Resampler)");
    }

    @Test
    void aMinuteIsSearchedInTime() {
        Sound haystack = Sounds.noise(7, 66, 48_000, 0.1);
        Sound needle = cut(haystack, 2_500_000, 6 * 48_000);
        found(needle, haystack, Duration.ofSeconds(51), Duration.ofSeconds(53));

        long before = System.nanoTime();
        found(needle, haystack, Duration.ofSeconds(51), Duration.ofSeconds(53));
        Duration narrow = Duration.ofNanos(System.nanoTime() - before);
        before = System.nanoTime();
        SoundMatch match = found(needle, haystack, Duration.ZERO, Duration.ofSeconds(60));
        Duration wide = Duration.ofNanos(System.nanoTime() - before);

        assertThat(match.at()).isEqualTo(needle.start());
        assertThat(narrow).isLessThan(Duration.ofMillis(500));
        assertThat(wide).isLessThan(Duration.ofSeconds(4));
    }

    private static SoundMatch found(Sound needle, Sound haystack, Duration from, Duration to) {
        return SoundFinder.find(needle, haystack, from, to).orElseThrow();
    }

    private static Sound cut(Sound sound, int from, int count) {
        Duration begin = sound.start().plus(Times.samples(from, sound.sampleRate()));
        return sound.slice(begin, begin.plus(Times.samples(count, sound.sampleRate())));
    }

    private static Duration samples(double count, int rate) {
        return Times.seconds(count / rate);
    }

    private static double slow(Sound needle, Sound haystack, Duration at) {
        int place = haystack.indexAt(at);
        double product = 0;
        double inNeedle = 0;
        double inHaystack = 0;
        for (int i = 0; i < needle.samples().length; i++) {
            int k = place + i;
            if (k >= 0 && k < haystack.samples().length) {
                product += (double) needle.samples()[i] * haystack.samples()[k];
                inNeedle += (double) needle.samples()[i] * needle.samples()[i];
                inHaystack += (double) haystack.samples()[k] * haystack.samples()[k];
            }
        }
        return product / Math.sqrt(inNeedle * inHaystack);
    }
}
