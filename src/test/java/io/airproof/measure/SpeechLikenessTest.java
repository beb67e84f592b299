package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpeechLikenessTest {

    private static final int RATE = 48_000;

    @ParameterizedTest
    @CsvSource({"31,48000", "32,44100", "33,22050", "34,16000"})
    void vowelsAndHissesAreSpeech(long seed, int rate) {
        Sound speech = Sounds.speech(seed, 6, rate);
        assertSpeech(speech, true);
        assertSpeech(Sounds.gained(speech, 0.05), true);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void otherSoundsAreNot(String name, Sound sound) {
        assertSpeech(sound, false);
    }

    static Stream<Arguments> otherSoundsAreNot() {
        Sound noise = Sounds.noise(35, 6, RATE, 0.1);
        Sound tone = Sounds.tone(220, 6, RATE);
        return Stream.of(
                Arguments.of("tone", tone),
                Arguments.of("chopped tone", chopped(tone)),
                Arguments.of("noise", noise),
                Arguments.of("chopped noise", chopped(noise)),
                Arguments.of("steady vowel", Sounds.made(6 * RATE, RATE, i -> buzz(i / (double) RATE))),
                Arguments.of("noise over speech", Sounds.plus(noise, Sounds.gained(Sounds.speech(36, 6, RATE), 0.02))));
    }

    @Test
    void silenceAndSnippetsAreNotJudged() {
        assertThat(SpeechLikeness.of(Sounds.silence(6, RATE)))
                .isEqualTo(Reading.unmeasurable("the sound is silent: -Infinity dBFS"));
        assertThat(SpeechLikeness.of(Sounds.tone(220, 0.5, RATE)))
                .isEqualTo(Reading.unmeasurable("0.500 s of sound is too short to be judged as speech, 1 s is needed"));
    }

    @ParameterizedTest
    @CsvSource({"4,48000", "3,44100", "6,16000"})
    void syllablesAreCountedAtTheirRate(double hertz, int rate) {
        assertThat(syllableShare(hertz, rate)).isGreaterThan(0.7);
        assertThat(syllableShare(3 * hertz, rate)).isLessThan(0.2);
        assertThat(syllableShare(hertz / 4, rate)).isLessThan(0.2);
    }

    private static double syllableShare(double hertz, int rate) {
        Sound noise = Sounds.noise(37, 6, rate, 0.1);
        Sound swelling = Sounds.made(
                6 * rate, rate, i -> noise.samples()[i] * (1 + 0.9 * Math.sin(2 * Math.PI * hertz * i / rate)));
        return SpeechLikeness.of(swelling).orElseThrow().syllableShare();
    }

    private static Sound chopped(Sound sound) {
        return new Sound(
                Sounds.made(6 * RATE, RATE, i -> i / (RATE / 8) % 2 == 0 ? sound.samples()[i] : 0)
                        .samples(),
                RATE,
                Duration.ZERO);
    }

    private static double buzz(double time) {
        double value = 0;
        for (int h = 1; h < 20; h++) {
            value += 0.2 / h * Math.sin(2 * Math.PI * 120 * h * time);
        }
        return value;
    }

    private static void assertSpeech(Sound sound, boolean expected) {
        SpeechLikeness.Verdict verdict = SpeechLikeness.of(sound).orElseThrow();
        assertThat(verdict.speech()).as(verdict.describe()).isEqualTo(expected);
    }
}
