package io.airproof.driver.speech;

import io.airproof.media.Sound;
import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** flite, speaking a sentence. */
public final class EnglishVoice {

    /** A sentence takes well under a second. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

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
                return Wav.read(wav);
            } finally {
                Files.deleteIfExists(wav);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
