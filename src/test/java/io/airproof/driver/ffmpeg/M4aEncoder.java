package io.airproof.driver.ffmpeg;

import io.airproof.media.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes fragments as a worker does (contract dubbing §4.4): AAC-LC in MP4 of brand {@code M4A }, index first. */
public final class M4aEncoder {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Ffmpeg ffmpeg;

    public M4aEncoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Encodes a sound, one channel.
     *
     * @param sampleRate of the result, in Hz
     * @throws FfmpegException if ffmpeg fails; the message has its words
     */
    public byte[] encode(Sound sound, int sampleRate) {
        try {
            // An MP4 with its index first needs a file that can be gone back in.
            Path file = Files.createTempFile("airproof-fragment", ".m4a");
            try {
                ffmpeg.run(
                        "encode-fragment",
                        arguments(sound, sampleRate, file),
                        out -> out.write(bytes(sound)),
                        DEADLINE);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the fragment could not be written", e);
        }
    }

    private static List<String> arguments(Sound sound, int sampleRate, Path file) {
        return List.of(
                "-y",
                "-f",
                "f32le",
                "-ar",
                Integer.toString(sound.sampleRate()),
                "-ac",
                "1",
                "-i",
                "pipe:0",
                "-ar",
                Integer.toString(sampleRate),
                "-c:a",
                "aac",
                "-aac_coder",
                "fast",
                "-b:a",
                "96k",
                "-f",
                "ipod",
                "-movflags",
                "+faststart",
                file.toString());
    }

    private static byte[] bytes(Sound sound) {
        ByteBuffer bytes =
                ByteBuffer.allocate(sound.samples().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(sound.samples());
        return bytes.array();
    }
}
