package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.Sound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals of EBU Tech 3341, table 1: sines of 1 kHz, alike on two channels; levels are peaks in dBFS. */
class LoudnessTest {

    private static final double EBU_TOLERANCE = 0.1;

    /** Tighter than the EBU asks, so that a wrong window or filter shows. */
    private static final double OURS = 0.05;

    /** Length in seconds, level in dBFS. */
    private record Part(double seconds, double dbfs) {}

    private static Part part(double seconds, double dbfs) {
        return new Part(seconds, dbfs);
    }

    @ParameterizedTest
    @CsvSource({"48000,-23", "48000,-33", "44100,-23", "44100,-33", "22050,-23", "16000,-23"})
    void cases1And2SteadyTones(int rate, double dbfs) {
        assertThat(integrated(rate, part(20, dbfs))).isCloseTo(dbfs, within(OURS));
        assertThat(Loudness.shortTermMax(sequence(rate, 1000, part(20, dbfs)), 2)
                        .orElseThrow())
                .isCloseTo(dbfs, within(OURS));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000})
    void case3TheRelativeGateLeavesOutTheQuiet(int rate) {
        assertThat(integrated(rate, part(10, -36), part(60, -23), part(10, -36)))
                .isCloseTo(-23, within(OURS));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000})
    void case4TheAbsoluteGateLeavesOutTheInaudible(int rate) {
        assertThat(integrated(rate, part(10, -72), part(10, -36), part(60, -23), part(10, -36), part(10, -72)))
                .isCloseTo(-23, within(OURS));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000})
    void case5WhatIsWithinTheGateIsAveragedAsPower(int rate) {
        assertThat(integrated(rate, part(20, -26), part(20.1, -20), part(20, -26)))
                .isCloseTo(-23, within(OURS));
    }

    @Test
    void theRelativeGateIs10Below() {
        // Half at -20, half below: their mean is near -22.8 and the gate near -32.8.
        double counted = 10 * Math.log10((Math.pow(10, -2) + Math.pow(10, -3.2)) / 2);
        assertThat(integrated(48_000, part(20, -20), part(20, -32))).isCloseTo(counted, within(EBU_TOLERANCE));
        assertThat(integrated(48_000, part(20, -20), part(20, -33))).isCloseTo(-20, within(EBU_TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 48_000})
    void case9ShortTermIsSteadyOverItsPeriod(int rate) {
        Part[] parts = new Part[10];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = part(1.34, -20);
            parts[i + 1] = part(1.66, -30);
        }
        assertThat(Loudness.shortTermMax(sequence(rate, 1000, parts), 2).orElseThrow())
                .isCloseTo(-23, within(EBU_TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 48_000})
    void case10ShortTermFinds3SecondsAnywhere(int rate) {
        for (int n = 0; n < 20; n += 3) {
            Sound sound = sequence(rate, 1000, part(n * 0.15, -200), part(3, -23), part(1, -200));
            assertThat(Loudness.shortTermMax(sound, 2).orElseThrow())
                    .as("%d x 150 ms of silence before", n)
                    .isCloseTo(-23, within(EBU_TOLERANCE));
        }
    }

    @Test
    void channelsAddUp() {
        Sound speech = Sounds.speech(1, 4, 16_000);
        double one = Loudness.integrated(speech, 1).orElseThrow();
        assertThat(Loudness.integrated(speech, 2).orElseThrow()).isCloseTo(one + 3.0103, within(0.01));
        assertThat(Loudness.integrated(Sounds.gained(speech, 0.5), 1).orElseThrow())
                .isCloseTo(one - 6.0206, within(0.01));
        assertThatThrownBy(() -> Loudness.integrated(speech, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void at48KHzTheFiltersAreThoseOfTheTables() {
        double[] head = {1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585};
        double[] lowCut = {1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621};
        assertThat(Loudness.Biquad.head(48_000).coefficients()).containsExactly(head, within(1e-9));
        assertThat(Loudness.Biquad.lowCut(48_000).coefficients()).containsExactly(lowCut, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 200, 1000, 2000, 4000})
    void aToneIsAsLoudAtAnyRate(double hertz) {
        double truth =
                Loudness.integrated(sequence(48_000, hertz, part(3, -20)), 1).orElseThrow();
        for (int rate : new int[] {22_050, 32_000, 44_100, 96_000}) {
            assertThat(Loudness.integrated(sequence(rate, hertz, part(3, -20)), 1)
                            .orElseThrow())
                    .as("%.0f Hz at %d Hz", hertz, rate)
                    .isCloseTo(truth, within(EBU_TOLERANCE));
        }
    }

    @Test
    void shortAndSilentSoundIsUnmeasurable() {
        Sound tone = Sounds.tone(1000, 3, 48_000);
        assertThat(Loudness.integrated(tone.slice(Duration.ZERO, Duration.ofMillis(399)), 1))
                .isEqualTo(Reading.unmeasurable("too short for loudness: 0.399 s of 0.400 s needed"));
        assertThat(Loudness.integrated(tone.slice(Duration.ZERO, Duration.ofMillis(400)), 1))
                .isInstanceOf(Measured.class);
        assertThat(Loudness.shortTermMax(tone.slice(Duration.ZERO, Duration.ofMillis(2999)), 1))
                .isInstanceOf(Unmeasurable.class);
        assertThat(Loudness.shortTermMax(tone, 1)).isInstanceOf(Measured.class);
        for (Sound silence : new Sound[] {Sounds.silence(4, 48_000), sequence(48_000, 1000, part(4, -72))}) {
            assertThat(Loudness.integrated(silence, 2))
                    .isEqualTo(Reading.unmeasurable("silent: nothing is louder than -70 LUFS"));
            assertThat(Loudness.shortTermMax(silence, 2)).isInstanceOf(Unmeasurable.class);
        }
    }

    private static double integrated(int rate, Part... parts) {
        return Loudness.integrated(sequence(rate, 1000, parts), 2).orElseThrow();
    }

    /** One sine without a jump of phase, whose level changes. */
    private static Sound sequence(int rate, double hertz, Part... parts) {
        double seconds = 0;
        for (Part part : parts) {
            seconds += part.seconds();
        }
        float[] samples = new float[(int) Math.round(seconds * rate)];
        double end = 0;
        int i = 0;
        for (Part part : parts) {
            end += part.seconds();
            double amplitude = Level.amplitude(part.dbfs());
            for (; i < Math.min(samples.length, Math.round(end * rate)); i++) {
                samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
            }
        }
        return new Sound(samples, rate, Duration.ZERO);
    }
}
