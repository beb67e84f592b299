package io.airproof.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.media.Sound;
import io.airproof.stack.provision.Provisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExhibitTest {
    private static final int RATE = 48_000;

    @Test
    void peaksFollowTheSound() {
        Sound sound = Tracks.laid(List.of(tone(1, 0.5), tone(3, 1.0)), RATE, Duration.ofSeconds(4));

        assertThat(Peaks.of(sound, 4)).containsExactly(0, 50, 0, 100);
        assertThat(Peaks.of(new Sound(new float[0], RATE, Duration.ZERO), 4)).isEmpty();
    }

    @Test
    void whatLiesOutsideOfTheClockIsLeftOut() {
        Sound sound = Tracks.laid(List.of(tone(-0.5, 0.5), tone(1.5, 1.0)), RATE, Duration.ofSeconds(2));

        assertThat(sound.duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(Peaks.of(sound, 4)).containsExactly(50, 0, 0, 100);
    }

    @Test
    void aTrackKeepsItsPlaceItsLengthAndItsLevel(@TempDir Path folder) throws IOException {
        Ffmpeg ffmpeg = ffmpeg();
        Sound sound = Tracks.laid(List.of(tone(1, 0.5)), RATE, Duration.ofSeconds(3));
        Path file = folder.resolve("dub.webm");
        new Tracks(ffmpeg).write(sound, file);
        Sound decoded = new SoundDecoder(ffmpeg).decodeM4a(Files.readAllBytes(file));

        assertThat(Files.size(file)).isLessThan(30_000);
        assertThat(decoded.duration().toMillis()).isCloseTo(3000, within(25L));
        int[] peaks = Peaks.of(decoded, 30);
        assertThat(peaks[8]).isLessThan(3);
        assertThat(peaks[12]).isBetween(40, 60);
        assertThat(peaks[17]).isBetween(40, 60);
        assertThat(peaks[21]).isLessThan(3);
    }

    private static Ffmpeg ffmpeg() {
        var tools = Provisioner.standard().provision(line -> {});
        return new Ffmpeg(tools.ffmpeg(), tools.ffprobe());
    }

    /** A second of 400 Hz. */
    private static Sound tone(double start, double amplitude) {
        float[] samples = new float[RATE];
        for (int i = 0; i < RATE; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 400 * i / RATE));
        }
        return new Sound(samples, RATE, Duration.ofMillis(Math.round(start * 1000)));
    }
}
