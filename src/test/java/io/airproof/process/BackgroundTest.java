package io.airproof.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {

    /** Fields of stat, as proc(5) counts them. */
    private static final int SESSION = 6;

    private static final int NICE = 19;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Executor NEW_THREAD = task -> new Thread(task).start();

    private static int niceness() {
        return Integer.parseInt(field(stat("thread-self"), NICE));
    }

    private static String stat(String who) {
        try {
            return Files.readString(Path.of("/proc", who, "stat"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counted after the name, which may hold blanks. */
    private static String field(String stat, int number) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[number - 3].strip();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void stepsBackAloneAndOnce() {
        int before = niceness();
        int inBackground = CompletableFuture.supplyAsync(
                        () -> {
                            Background.thisThread();
                            Background.thisThread();
                            return niceness();
                        },
                        NEW_THREAD)
                .join();

        assertThat(inBackground).isGreaterThanOrEqualTo(10);
        assertThat(niceness()).as("of the thread that did not ask").isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatItStartsStepsBackAsWell() {
        String inBackground = CompletableFuture.supplyAsync(
                        () -> {
                            Background.thisThread();
                            return statOfAProgram();
                        },
                        NEW_THREAD)
                .join();

        assertThat(field(inBackground, NICE)).isEqualTo("19");
        assertThat(field(statOfAProgram(), NICE))
                .as("of one that was started by another thread")
                .isEqualTo(Integer.toString(niceness()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void programsStayInTheSessionSoThatThreadsShareTheProcessor() {
        assumeThat(CommandRunner.run(CommandSpec.of("perl", "perl", "-v"), LIMIT)
                        .exitCode())
                .as("perl, which makes a group without a session")
                .isZero();
        assertThat(field(statOfAProgram(), SESSION)).isEqualTo(field(stat("self"), SESSION));
    }

    private static String statOfAProgram() {
        return CommandRunner.run(CommandSpec.of("stat", "sh", "-c", "cat /proc/$$/stat"), LIMIT)
                .stdout();
    }
}
