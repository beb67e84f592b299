package io.airproof.reference.sts.dub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates by Apertium, whose programs are kept running. A pipeline that breaks is started anew for the next text. */
final class Apertium implements Translator {

    private static final String MODE = "eng-spa";

    private final Path programs;
    private final Path mode;
    private @Nullable ApertiumPipeline pipeline;

    /**
     * Finds the language pair; nothing is started yet.
     *
     * @param apertium the program, whose folder holds all others
     * @param modes folder of the modes, if it is not to be searched for
     * @throws ToolException if the language pair is not installed
     */
    Apertium(Path apertium, Optional<String> modes) throws ToolException {
        Path folder = apertium.toAbsolutePath().getParent();
        this.programs = folder == null ? Path.of("/usr/bin") : folder;
        this.mode = Stream.concat(
                        modes.stream().map(Path::of),
                        Stream.of(
                                programs.resolveSibling(Path.of("share", "apertium", "modes")),
                                Path.of("/usr/share/apertium/modes")))
                .map(place -> place.resolve(MODE + ".mode"))
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new ToolException("apertium's language pair " + MODE
                        + " is not installed: run \"apt-get install apertium-eng-spa\", or set APERTIUM_MODES_DIR"));
    }

    @Override
    public synchronized String translate(String text) throws ToolException {
        ApertiumPipeline running = pipeline;
        if (running == null || !running.isAlive()) {
            running = ApertiumPipeline.start(mode, programs);
            pipeline = running;
        }
        String translation = running.translate(text);
        if (translation.isEmpty()) {
            throw new ToolException("apertium gave no translation of \"" + text + "\"");
        }
        return translation;
    }

    @Override
    public String model() {
        return "apertium-" + MODE;
    }

    @Override
    public synchronized void close() {
        if (pipeline != null) {
            pipeline.close();
        }
    }
}
