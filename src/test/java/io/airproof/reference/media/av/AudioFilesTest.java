package io.airproof.reference.media.av;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioFilesTest {

    @TempDir
    private Path folder = Path.of("unset");

    /** A low rumble of noise: nothing in it repeats, so that it matches itself at one place only. */
    private static Pcm noise(double seconds, int channels, int rate) {
        Random random = new Random(7);
        float[] all = new float[(int) Math.round(seconds * rate) * channels];
        for (int i = channels; i < all.length; i++) {
            all[i] = 0.8f * all[i - channels] + 0.1f * (float) random.nextGaussian();
        }
        return new Pcm(all, channels, rate);
    }

    @ParameterizedTest
    @CsvSource({"6.0, 2, 48000", "6.0, 1, 44100", "1.3, 2, 44100"})
    void aFragmentDecodesToItsSamplesInTheirPlace(double seconds, int channels, int rate) {
        Pcm sound = noise(seconds, channels, rate);
        Path file = folder.resolve("a.m4a");
        AudioFiles.writeM4a(file, EncodedTrack.of(sound));
        Pcm decoded = AudioFiles.read(file);
        assertThat(decoded.sampleRate()).isEqualTo(rate);
        assertThat(decoded.channels()).isEqualTo(channels);
        assertThat(decoded.samples()).isEqualTo(sound.samples());
        assertThat(difference(sound, decoded, 0)).isLessThan(0.5 * difference(sound, decoded, 40));
    }

    /** Mean difference of the two when the second is read so many samples later. */
    private static double difference(Pcm one, Pcm other, int lag) {
        double sum = 0;
        int count = Math.min(one.samples(), other.samples()) - 100;
        for (int i = 0; i < count; i++) {
            sum += Math.abs(one.interleaved()[i * one.channels()] - other.interleaved()[(i + lag) * other.channels()]);
        }
        return sum / count;
    }

    @Test
    void theFileIsAnHonestM4a() throws IOException {
        Path file = folder.resolve("a.m4a");
        AudioFiles.writeM4a(file, EncodedTrack.of(noise(2, 2, 48_000)));
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes.substring(4, 12)).isEqualTo("ftypM4A ");
        assertThat(bytes.indexOf("moov")).isBetween(0, bytes.indexOf("mdat"));
        assertThat(bytes).contains("edts");
    }

    @Test
    void whatIsNoSoundIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("b.m4a"), "no sound at all");
        assertThatThrownBy(() -> AudioFiles.read(file))
                .isInstanceOf(AvException.class)
                .hasMessageContaining("b.m4a");
    }

    @Test
    void resamplingKeepsTheLength() {
        Pcm sound = Resampler.convert(noise(6, 1, 22_050), 48_000, 2);
        assertThat(sound.samples()).isEqualTo(288_000);
        assertThat(sound.channels()).isEqualTo(2);
    }
}
