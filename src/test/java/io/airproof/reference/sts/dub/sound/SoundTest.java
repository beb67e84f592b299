package io.airproof.reference.sts.dub.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {

    static float[] tone(int rate, int length, double hertz, double amplitude) {
        float[] tone = new float[length];
        for (int i = 0; i < length; i++) {
            tone[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return tone;
    }

    @ParameterizedTest
    @CsvSource({"48000,2,288000", "44100,1,264600", "48000,1,288001", "16000,1,5000", "48000,2,287999"})
    void anEncodedSoundDecodesToTheSameSamples(int rate, int channels, int length) throws Exception {
        Pcm sound = Pcm.spread(tone(rate, length, 440, 0.3), channels, rate);
        byte[] file = SoundEncoder.encodeM4a(sound);
        Pcm decoded = SoundDecoder.decode(file);
        assertThat(decoded.length()).isEqualTo(length);
        assertThat(decoded.sampleRate()).isEqualTo(rate);
        assertThat(decoded.channels()).hasNumberOfRows(channels);
        for (int i = 2000; i < Math.min(length, 4000); i++) {
            assertThat(decoded.channels()[0][i]).isCloseTo(sound.channels()[0][i], within(0.05f));
        }
    }

    @Test
    void bytesThatAreNoSoundAreNamed() {
        assertThatThrownBy(() -> SoundDecoder.decode(new byte[100]))
                .isInstanceOf(SoundException.class)
                .hasMessageContaining("neither MP4");
        byte[] broken =
                "....ftypM4A and then nothing that makes sense".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> SoundDecoder.decode(broken)).isInstanceOf(SoundException.class);
    }

    @Test
    void aFullScaleToneOfOneKilohertzMeasuresAsTheStandardSays() {
        Pcm tone = Pcm.spread(tone(48_000, 96_000, 997, 1.0), 1, 48_000);
        assertThat(Loudness.integrated(tone)).isCloseTo(-3.01, within(0.1));
    }

    @Test
    void matchingReachesTheLoudnessAndKeepsTheCeiling() {
        Pcm matched = Level.match(tone(48_000, 96_000, 997, 0.01), 2, 48_000, -20);
        assertThat(Loudness.integrated(matched)).isCloseTo(-20, within(0.5));
        Pcm loud = Level.match(tone(48_000, 96_000, 997, 0.01), 1, 48_000, -1);
        double peak = 0;
        for (float sample : loud.channels()[0]) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertThat(20 * Math.log10(peak)).isLessThanOrEqualTo(-2.8);
    }

    @Test
    void resamplingKeepsTimeAndTone() {
        float[] up = Resampler.resample(tone(16_000, 16_000, 500, 0.5), 16_000, 48_000);
        float[] expected = tone(48_000, 48_000, 500, 0.5);
        assertThat(up).hasSize(48_000);
        for (int i = 1000; i < 47_000; i++) {
            assertThat(up[i]).isCloseTo(expected[i], within(0.01f));
        }
    }

    @Test
    void phrasesLieBetweenPauses() {
        float[] sound = new float[48_000];
        System.arraycopy(tone(16_000, 8_000, 300, 0.3), 0, sound, 4_000, 8_000);
        System.arraycopy(tone(16_000, 8_000, 300, 0.1), 0, sound, 24_000, 8_000);
        List<Phrase> phrases = Phrases.find(sound, 16_000, 0.2);
        assertThat(phrases).hasSize(2);
        assertThat(phrases.get(0).start()).isCloseTo(0.25, within(0.02));
        assertThat(phrases.get(1).end()).isCloseTo(2.0, within(0.02));
        assertThat(Phrases.find(new float[16_000], 16_000, 0.2)).isEmpty();
    }
}
