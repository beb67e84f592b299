package io.airproof.driver.speech;

import io.airproof.media.Sound;
import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** espeak-ng, speaking a Spanish text: examples that dubs are compared with. */
public final class SpanishVoice {

    /** A word takes well under a second. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Path espeak;
    private final String voice;

    /**
     * A voice.
     *
     * @param espeak the program
     * @param voice one of its voices, such as {@code es} or {@code es+f3}
     */
    public SpanishVoice(Path espeak, String voice) {
        this.espeak = espeak;
        this.voice = voice;
    }

    /** Speaks a text; the sound starts at stream time 0. */
    public Sound speak(String text) {
        try {
            Path wav = Files.createTempFile("airproof-speech", ".wav");
            try {
                var outcome = CommandRunner.run(
                        CommandSpec.of("espeak-ng", espeak.toString(), "-v", voice, "-w", wav.toString(), text),
                        DEADLINE);
                if (outcome.exitCode() != 0) {
                    throw new IllegalStateException("espeak-ng did not speak (exit code %d): %s"
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
