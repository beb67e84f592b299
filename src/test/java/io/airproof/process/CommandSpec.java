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
 * @param env variables added to those of this JVM, which it runs with in the locale {@link #LOCALE}
 * @param workingDir where it runs; this JVM's working directory when empty
 */
public record CommandSpec(String name, List<String> command, Map<String, String> env, Optional<Path> workingDir) {

    /**
     * Programs speak and read the same wherever this runs: in English and in UTF-8. A locale that is not installed ends
     * some of them (apertium), and others say so in between.
     */
    static final String LOCALE = "C.UTF-8";

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

    /** Changes the environment of this JVM, as a process would inherit it, to the one that it is to have. */
    void applyTo(Map<String, String> environment) {
        environment.put("LC_ALL", LOCALE);
        environment.putAll(env);
    }
}
