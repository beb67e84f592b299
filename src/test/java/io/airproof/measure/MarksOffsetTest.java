package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class MarksOffsetTest {

    private static final int SECONDS = 5;
    private static final Duration SHIFT = Duration.ofSeconds(6);
    private static final PictureClock CLOCK =
            PictureClock.of(Pictures.from(SHIFT, SECONDS * 30), Pictures.numbers(SECONDS * 30), Pictures.FPS);

    @Property(tries = 40)
    void anOffsetIsWhatItIs(
            @ForAll @DoubleRange(min = 0, max = 450) double lateMs,
            @ForAll boolean compactDisc,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double amplitude) {
        Sound beeps = beeps(compactDisc ? 44_100 : 48_000, lateMs, amplitude, Set.of());
        Sound noisy = Sounds.plus(beeps, Sounds.noise(21, SECONDS, beeps.sampleRate(), amplitude * 0.07));

        MarksOffset marks = measured(noisy).orElseThrow();

        assertThat(marks.complete()).isTrue();
        assertThat(marks.offsets()).hasSize(SECONDS - 1).allSatisfy(offset -> assertThat(offset.ms())
                .isCloseTo(-lateMs, within(0.5)));
    }

    @Property(tries = 20, seed = "6")
    void withoutNoiseTheErrorIsThatOfTheWindow(
            @ForAll @DoubleRange(min = 0, max = 450) double lateMs, @ForAll boolean compactDisc) {
        int rate = compactDisc ? 44_100 : 48_000;
        double whole = Math.round(lateMs * rate / 1000) * 1000.0 / rate;
        MarksOffset marks = measured(beeps(rate, whole, 0.5, Set.of())).orElseThrow();
        double mean = marks.offsets().stream().mapToDouble(Offset::ms).average().orElseThrow();
        // The window's amplitude grows in steps of half a period, so an onset is found late, if at all: by 0.06 ms at
        // most.
        assertThat(mean + whole).isBetween(-0.06, 0.005);
    }

    @Example
    void soundThatIsEarlyIsPositive() {
        MarksOffset marks = measured(beeps(48_000, 880, 0.5, Set.of())).orElseThrow();
        assertThat(marks.offsets().get(0).ms()).isCloseTo(120, within(1.0));
        assertThat(marks.offsets()).hasSize(SECONDS - 2);
        assertThat(marks.flashesWithoutBeep()).containsExactly(SHIFT.plusSeconds(1));
        assertThat(marks.worst().orElseThrow().absoluteMs()).isCloseTo(120, within(1.0));
        assertThat(marks.lessBias(20).offsets().get(0).ms()).isCloseTo(100, within(1.0));
    }

    @Example
    void aMissingBeepIsNamed() {
        MarksOffset marks = measured(beeps(48_000, 0, 0.5, Set.of(3))).orElseThrow();
        assertThat(marks.flashesWithoutBeep()).containsExactly(SHIFT.plusSeconds(3));
        assertThat(marks.beepsWithoutFlash()).isEmpty();
        assertThat(marks.complete()).isFalse();
    }

    @Example
    void aMissingFlashIsNamed() {
        PictureClock clock = PictureClock.of(
                Pictures.from(SHIFT, SECONDS * 30).stream()
                        .filter(picture -> !picture.sliceHashes().contains("60"))
                        .toList(),
                Pictures.numbers(SECONDS * 30),
                Pictures.FPS);
        MarksOffset marks = MarksOffset.of(beeps(48_000, 0, 0.5, Set.of()).startingAt(SHIFT), clock, 30)
                .orElseThrow();
        assertThat(marks.beepsWithoutFlash()).singleElement().satisfies(beep -> assertThat(Times.ms(beep))
                .isCloseTo(8000, within(1.0)));
    }

    @Example
    void otherSoundsAreNoBeeps() {
        assertThat(Beeps.onsets(Sounds.speech(22, 6, 48_000))).isEmpty();
        assertThat(Beeps.onsets(Sounds.noise(22, 2, 48_000, 0.2))).isEmpty();
        assertThat(Beeps.onsets(Sounds.tone(1000, 2, 48_000))).isEmpty();
        assertThat(measured(Sounds.silence(SECONDS, 48_000)))
                .isEqualTo(Reading.unmeasurable("no beep is heard in 5.000 s of sound at -Infinity dBFS"));
        assertThat(MarksOffset.of(
                        Sounds.silence(1, 48_000), PictureClock.of(List.of(), Pictures.numbers(1), Pictures.FPS), 30))
                .isEqualTo(
                        Reading.unmeasurable("no flash is seen: none of 0 pictures is a frame with a multiple of 30"));
    }

    private static Reading<MarksOffset> measured(Sound output) {
        return MarksOffset.of(output.startingAt(SHIFT), CLOCK, 30);
    }

    private static Sound beeps(int rate, double lateMs, double amplitude, Set<Integer> missing) {
        return Sounds.made(SECONDS * rate, rate, i -> {
            double time = (double) i / rate - lateMs / 1000;
            int second = (int) Math.floor(time);
            boolean sounds = time >= 1 && time - second < 0.080 && !missing.contains(second);
            return sounds ? amplitude * Math.sin(2 * Math.PI * 1000 * (time - second)) : 0;
        });
    }
}
