package io.airproof.stack.compose;

import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import io.airproof.process.Outcome;
import io.airproof.stack.StackStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The docker command of this machine, each call with a deadline of its own. */
final class DockerCli {

    /** Longest wait for a question that an engine answers from memory. */
    static final Duration QUESTION = Duration.ofSeconds(10);

    private static final int LAST_WORDS = 8;

    private final String program;

    /** @param program the docker command, as a path or as it is found on PATH */
    DockerCli(String program) {
        this.program = program;
    }

    /** Runs a command to its end, whatever that is. */
    Outcome run(Duration limit, String... arguments) {
        return run(limit, Map.of(), List.of(arguments));
    }

    /** The same with additions to the environment. */
    Outcome run(Duration limit, Map<String, String> env, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        return CommandRunner.run(new CommandSpec("docker", command, env, Optional.empty()), limit);
    }

    /**
     * The lines that a question is answered with.
     *
     * @throws StackStartException if it fails or takes longer than {@link #QUESTION}
     */
    List<String> lines(String... arguments) {
        return must(run(QUESTION, arguments), QUESTION, "docker " + String.join(" ", arguments))
                .stdout()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /**
     * The outcome if it is a good one.
     *
     * @throws StackStartException otherwise, with the last words and what helps
     */
    static Outcome must(Outcome outcome, Duration limit, String what) {
        if (outcome.ok()) {
            return outcome;
        }
        if (outcome.exitCode() == Outcome.TIMED_OUT) {
            throw new StackStartException(
                    "\"" + what + "\" did not end within " + limit.toSeconds() + " s. " + outcome.lastWords(LAST_WORDS),
                    false);
        }
        String words = outcome.lastWords(LAST_WORDS);
        throw new StackStartException(
                "\"" + what + "\" ended with exit code " + outcome.exitCode() + ":\n" + words + Remedy.forWords(words),
                Remedy.isPortTaken(words));
    }

    /** A file of the project as an argument. */
    static String file(Path path) {
        return path.toAbsolutePath().toString();
    }

    /** The command itself, for processes that outlive a call. */
    String program() {
        return program;
    }
}
