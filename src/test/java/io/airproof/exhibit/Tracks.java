package io.airproof.exhibit;

import io.airproof.driver.ffmpeg.Feed;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.media.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes sounds as small files that every current browser plays: Opus in WebM, one channel. */
final class Tracks {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String BIT_RATE = "32k";

    private final Ffmpeg ffmpeg;

    Tracks(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Writes the sound, its first sample at time 0.
     *
     * @throws io.airproof.driver.ffmpeg.FfmpegException if it cannot be encoded; with ffmpeg's words
     */
    void write(Sound sound, Path file) {
        ByteBuffer bytes =
                ByteBuffer.allocate(sound.samples().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(sound.samples());
        ffmpeg.run(
                "track " + file.getFileName(),
                List.of(
                        "-v",
                        "error",
                        "-f",
                        "f32le",
                        "-ar",
                        Integer.toString(sound.sampleRate()),
                        "-ac",
                        "1",
                        "-i",
                        "pipe:0",
                        "-c:a",
                        "libopus",
                        "-b:a",
                        BIT_RATE,
                        // The cheapest there is: it is made while others are on air.
                        "-compression_level",
                        "0",
                        "-frame_duration",
                        "60",
                        "-f",
                        "webm",
                        "-y",
                        file.toString()),
                Feed.of(bytes.array()),
                DEADLINE);
    }

    /** Sounds laid on one clock from 0 on, silence between them; what lies before 0 or after the end is left out. */
    static Sound laid(List<Sound> sounds, int sampleRate, Duration length) {
        float[] all = new float[(int) (length.toMillis() * sampleRate / 1000)];
        for (Sound sound : sounds) {
            int at = (int) Math.round(sound.start().toNanos() / 1e9 * sampleRate);
            int from = Math.max(0, -at);
            int count = Math.min(sound.samples().length, all.length - at) - from;
            if (count > 0) {
                System.arraycopy(sound.samples(), from, all, at + from, count);
            }
        }
        return new Sound(all, sampleRate, Duration.ZERO);
    }
}
