package io.airproof.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BackgroundTest {

    private static final int NICE = 18;
    private static final Executor NEW_THREAD = task -> new Thread(task).start();

    /** Field 19 of stat (proc(5)), counted after the name, which may hold blanks. */
    private static int niceness() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE - 2]);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
    void whatItStartsStepsBackBeforeOtherSessions() {
        assumeThat(Path.of("/proc/self/autogroup")).exists();
        CommandSpec group = CommandSpec.of("group", "cat", "/proc/self/autogroup");
        Duration limit = Duration.ofSeconds(10);
        Outcome inBackground = CompletableFuture.supplyAsync(
                        () -> {
                            Background.thisThread();
                            return CommandRunner.run(group, limit);
                        },
                        NEW_THREAD)
                .join();

        assertThat(inBackground.stdout()).contains("nice 19");
        assertThat(CommandRunner.run(group, limit).stdout())
                .as("of one that was started by another thread")
                .contains("nice 0");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatSteppedBackComesForwardAgain(@TempDir Path folder) throws Exception {
        assumeThat(Background.isReversible()).isTrue();
        try (ChildProcess child = CompletableFuture.supplyAsync(
                        () -> {
                            Background.thisThread();
                            return ChildProcess.start(
                                    CommandSpec.of("sleeper", "sleep", "60"),
                                    folder.resolve("log"),
                                    Duration.ofSeconds(1));
                        },
                        NEW_THREAD)
                .join()) {
            Path group = Path.of("/proc", Long.toString(child.pid()), "autogroup");
            await().untilAsserted(() -> assertThat(group).content().contains("nice 19"));
            child.comeForward();
            assertThat(group).content().contains("nice 0");
        }
    }
}
