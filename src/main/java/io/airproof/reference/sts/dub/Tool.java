package io.airproof.reference.sts.dub;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** An executable that reads stdin and writes stdout; every process of it ends with this object. */
final class Tool implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path executable;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    private Tool(Path executable) {
        this.executable = executable;
    }

    /**
     * Finds an executable.
     *
     * @param given a path that goes before the search
     * @param fix the command that installs it
     * @throws ToolException naming the tool, the variable and the fix
     */
    static Tool find(String name, Optional<String> given, String variable, String searchPath, String fix)
            throws ToolException {
        if (given.isPresent()) {
            if (!Files.isExecutable(Path.of(given.get()))) {
                throw new ToolException(variable + " is \"" + given.get() + "\", but that is no executable file");
            }
            return new Tool(Path.of(given.get()));
        }
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new)
                .orElseThrow(() -> new ToolException(
                        name + " is not installed: run \"" + fix + "\", or set " + variable + " to its path"));
    }

    /** Where it is. */
    Path executable() {
        return executable;
    }

    /**
     * Runs it once.
     *
     * @throws ToolException if it cannot be started, takes more than 10 s, or fails
     */
    byte[] run(byte[] input, String... arguments) throws ToolException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(List.of(arguments));
        Process process = start(command);
        running.add(process);
        process.onExit()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> process.destroyForcibly());
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
            stdin.close();
            byte[] output = process.getInputStream().readAllBytes();
            int code = process.waitFor();
            if (code != 0) {
                throw new ToolException(executable + " ended with " + code);
            }
            return output;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ToolException(executable + " was stopped");
        } catch (ToolException told) {
            throw told;
        } catch (IOException broken) {
            throw new ToolException(executable + " broke: " + broken.getMessage());
        } finally {
            process.destroyForcibly();
            running.remove(process);
        }
    }

    /**
     * What starts a tool: its messages go nowhere, and text is UTF-8 to it whatever the locale of this service, which may not
     * even be installed; apertium ends at once then.
     */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private static Process start(List<String> command) throws ToolException {
        try {
            return builder(command).start();
        } catch (IOException cannotStart) {
            throw new ToolException(command.get(0) + " cannot be started: " + cannotStart.getMessage());
        }
    }

    @Override
    public void close() {
        running.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }
}
