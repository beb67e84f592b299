package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.Sound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    private static final Duration START = Duration.ofMillis(1234);

    @ParameterizedTest
    @CsvSource({"22050,48000", "22050,44100", "44100,48000", "48000,44100", "16000,48000", "48000,22050", "44100,22050"
    })
    void goingThereAndBackChangesNothing(int rate, int other) {
        Sound sound = Sounds.speech(8, 2, 12_000).startingAt(START);
        Sound first = Resampler.resample(sound, rate);
        Sound back = Resampler.resample(Resampler.resample(first, other), rate);

        assertThat(back.start()).isEqualTo(START);
        assertThat((double) back.samples().length).isCloseTo(first.samples().length, within(2.0));
        assertThat(SoundFinder.find(first, back, Duration.ofSeconds(1), Duration.ofSeconds(2))
                        .orElseThrow())
                .satisfies(match -> {
                    assertThat(match.at()).isEqualTo(START);
                    assertThat(match.correlation()).isGreaterThanOrEqualTo(0.9999);
                });
    }

    @ParameterizedTest
    @CsvSource({"22050,48000", "44100,48000", "48000,44100", "48000,22050", "48000,16000"})
    void aToneKeepsItsTimeAndLevel(int rate, int other) {
        Sound resampled = Resampler.resample(Sounds.tone(997, 0.5, rate), other);
        Sound truth = Sounds.tone(997, 0.5, other);
        for (int i = other / 10; i < other * 4 / 10; i++) {
            assertThat(resampled.samples()[i]).isCloseTo(truth.samples()[i], within(2e-4f));
        }
    }

    @Test
    void whatTheLowerRateCannotHoldIsLeftOut() {
        Sound resampled = Resampler.resample(Sounds.tone(15_000, 0.5, 48_000), 22_050);
        Sound middle = resampled.slice(Duration.ofMillis(100), Duration.ofMillis(400));
        assertThat(Level.rmsDbfs(middle)).isLessThan(-75);
    }

    @Test
    void bothAtTheLowerRate() {
        Resampler.Pair pair = Resampler.atCommonRate(Sounds.tone(300, 1, 22_050), Sounds.tone(300, 1, 48_000));
        assertThat(pair.first().sampleRate()).isEqualTo(22_050);
        assertThat(pair.second().sampleRate()).isEqualTo(22_050);
    }
}
