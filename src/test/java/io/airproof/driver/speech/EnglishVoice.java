package io.airproof.driver.speech;

import io.airproof.media.Sound;
import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** flite, speaking a sentence. */
public final class EnglishVoice {

    /** A sentence takes well under a second. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final double FULL_SCALE = 32768;

    private final Path flite;
    private final String voice;

    /**
     * A voice.
     *
     * @param flite the program
     * @param voice one of its built-in voices, such as {@code slt}
     */
    public EnglishVoice(Path flite, String voice) {
        this.flite = flite;
        this.voice = voice;
    }

    /** Speaks a text; the sound starts at stream time 0. */
    public Sound speak(String text) {
        try {
            Path wav = Files.createTempFile("airproof-speech", ".wav");
            try {
                var outcome = CommandRunner.run(
                        CommandSpec.of("flite", flite.toString(), "-voice", voice, "-t", text, "-o", wav.toString()),
                        DEADLINE);
                if (outcome.exitCode() != 0) {
                    throw new IllegalStateException("flite did not speak (exit code %d): %s"
                            .formatted(outcome.exitCode(), outcome.lastWords(3)));
                }
                return read(wav);
            } finally {
                Files.deleteIfExists(wav);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sound read(Path wav) throws IOException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
            AudioFormat format = in.getFormat();
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[bytes.remaining() / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) (bytes.getShort() / FULL_SCALE);
            }
            return new Sound(samples, (int) format.getSampleRate(), Duration.ZERO);
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("flite wrote something else than WAV", e);
        }
    }
}
