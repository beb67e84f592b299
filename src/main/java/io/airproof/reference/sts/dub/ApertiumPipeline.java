package io.airproof.reference.sts.dub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Apertium's programs for one language pair, kept running and joined by pipes: a text goes in with a zero byte behind it,
 * its translation comes out the same way. Ends by itself when its standard input closes, so also with this JVM.
 */
final class ApertiumPipeline implements AutoCloseable {

    /** One translation takes some 10 ms. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What Apertium's own text format puts behind a text: an end of sentence that is no part of it. */
    private static final String END = ".[]";

    /** Characters with a meaning in Apertium's stream format. */
    private static final String SPECIAL = "\\[]{}/^$<>@*";

    private final Process process;

    private ApertiumPipeline(Process process) {
        this.process = process;
    }

    /**
     * Starts the programs that a mode lists.
     *
     * @param mode the mode file of the language pair: one line of programs, joined by pipes
     * @param programs folder of the programs
     * @throws ToolException if the mode cannot be read or nothing can be started
     */
    static ApertiumPipeline start(Path mode, Path programs) throws ToolException {
        try {
            ProcessBuilder builder = Tool.builder(List.of("sh", "-c", command(Files.readString(mode))));
            Map<String, String> environment = builder.environment();
            environment.merge("PATH", programs.toString(), (path, folder) -> folder + ":" + path);
            return new ApertiumPipeline(builder.start());
        } catch (IOException e) {
            throw new ToolException(
                    "apertium's language pair %s cannot be used (%s): run \"apt-get install apertium-eng-spa\""
                            .formatted(mode, e.getMessage()));
        }
    }

    /** Each program flushes at a zero byte; {@code $1} and {@code $2} are the mode's switches, here: no marks, no more. */
    static String command(String mode) {
        return Arrays.stream(mode.strip().split("\\|"))
                .map(String::strip)
                .map(stage -> stage.replaceFirst("^(\\S+)", "$1 -z"))
                .map(stage -> stage.replace("$1", "-n").replace("$2", ""))
                .collect(Collectors.joining(" | "));
    }

    /**
     * Translates a text.
     *
     * @throws ToolException if the pipeline breaks or does not answer; it is of no more use then
     */
    String translate(String text) throws ToolException {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        answered.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            close();
            return null;
        });
        try {
            OutputStream in = process.getOutputStream();
            in.write((escaped(text) + END + '\0').getBytes(StandardCharsets.UTF_8));
            in.flush();
            return unescaped(answer());
        } catch (IOException e) {
            close();
            throw new ToolException("apertium broke: " + e.getMessage());
        } finally {
            answered.complete(null);
        }
    }

    private String answer() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = process.getInputStream().read();
                next != 0;
                next = process.getInputStream().read()) {
            if (next < 0) {
                throw new IOException("it ended, or took more than " + PATIENCE.toSeconds() + " s");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        for (char character : text.replaceAll("\\s+", " ").toCharArray()) {
            if (SPECIAL.indexOf(character) >= 0) {
                safe.append('\\');
            }
            safe.append(character);
        }
        return safe.toString();
    }

    private static String unescaped(String text) {
        String body = text.endsWith(END) ? text.substring(0, text.length() - END.length()) : text;
        return body.replaceAll("\\\\(.)", "$1").strip();
    }

    /** Whether it can be asked. */
    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        List<ProcessHandle> programs = process.descendants().toList();
        process.destroyForcibly();
        programs.forEach(ProcessHandle::destroyForcibly);
    }
}
