package io.airproof.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to run.
 *
 * @param name what messages call it
 * @param command the program and its arguments, at least the program
 * @param env variables added to those of this JVM
 * @param workingDir where it runs; this JVM's working directory when empty
 */
public record CommandSpec(String name, List<String> command, Map<String, String> env, Optional<Path> workingDir) {

    /** Copies the lists, so that the specification is a value. */
    public CommandSpec {
        command = List.copyOf(command);
        env = Map.copyOf(env);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("no command given for " + name);
        }
    }

    /** A command with this JVM's environment and working directory. */
    public static CommandSpec of(String name, String... command) {
        return new CommandSpec(name, List.of(command), Map.of(), Optional.empty());
    }

    /** The same command with other additions to the environment. */
    public CommandSpec withEnv(Map<String, String> variables) {
        return new CommandSpec(name, command, variables, workingDir);
    }

    /** The same command in another working directory. */
    public CommandSpec in(Path directory) {
        return new CommandSpec(name, command, env, Optional.of(directory));
    }
}
