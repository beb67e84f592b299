package io.airproof.driver.speech;

import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** apertium, asked directly: what the translation of a text is, whatever a service says. */
public final class TranslationEngine {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Path apertium;

    public TranslationEngine(Path apertium) {
        this.apertium = apertium;
    }

    /** English to Spanish; unknown words are left as they are, without marks. */
    public String translate(String english) {
        try {
            Path text = Files.createTempFile("airproof-english", ".txt");
            try {
                Files.writeString(text, english);
                var outcome = CommandRunner.run(
                        CommandSpec.of("apertium", apertium.toString(), "-u", "eng-spa", text.toString()), DEADLINE);
                if (!outcome.ok()) {
                    throw new IllegalStateException("apertium did not translate (exit code %d): %s"
                            .formatted(outcome.exitCode(), outcome.lastWords(3)));
                }
                return outcome.stdout();
            } finally {
                Files.deleteIfExists(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the text for apertium could not be written", e);
        }
    }
}
