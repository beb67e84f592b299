package io.airproof.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Path dir;

    ProcessTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private ChildProcess start(String script, Duration grace) {
        return ChildProcess.start(CommandSpec.of("child", "sh", "-c", script), dir.resolve("logs/child.log"), grace);
    }

    @Test
    void the_exit_code_is_the_one_of_the_process() throws Exception {
        try (ChildProcess child = start("echo one; echo two >&2; exit 7", GRACE)) {
            assertThat(child.exit().get(5, TimeUnit.SECONDS)).isEqualTo(7);
            assertThat(child.logTail(1)).containsExactly("two");
            assertThat(child.logTail(9)).containsExactly("one", "two");
        }
    }

    @Test
    void a_program_that_is_not_there_is_named_in_the_log() throws Exception {
        try (ChildProcess child =
                ChildProcess.start(CommandSpec.of("ghost", "/no/such/program"), dir.resolve("ghost.log"), GRACE)) {
            assertThat(child.exit().get(5, TimeUnit.SECONDS)).isEqualTo(127);
            assertThat(child.logTail(5)).anyMatch(line -> line.contains("/no/such/program"));
        }
    }

    @Test
    void the_environment_and_the_directory_are_those_of_the_specification() throws Exception {
        CommandSpec spec =
                new CommandSpec("env", List.of("sh", "-c", "echo $AIR-$PWD"), Map.of("AIR", "proof"), Optional.of(dir));
        assertThat(CommandRunner.run(spec, GRACE).stdout().strip()).isEqualTo("proof-" + dir.toRealPath());
    }

    @Test
    void programs_speak_the_same_whatever_the_locale_here() {
        assertThat(CommandRunner.run(CommandSpec.of("env", "sh", "-c", "echo $LC_ALL"), GRACE)
                        .stdout()
                        .strip())
                .isEqualTo("C.UTF-8");
    }

    @Test
    void a_locale_that_is_not_installed_adds_nothing_to_what_a_program_says() {
        CommandSpec spec = new CommandSpec(
                "env", List.of("sh", "-c", "env | grep -c PERL"), Map.of("LC_ALL", "xx_XX.UTF-8"), Optional.empty());
        Outcome result = CommandRunner.run(spec, GRACE);

        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout().strip()).isEqualTo("0");
    }

    @Test
    void closing_is_polite_first() {
        ChildProcess child = start("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done", GRACE);
        await().until(() -> child.logTail(1).contains("up"));
        child.close();
        assertThat(child.isAlive()).isFalse();
        assertThat(child.logTail(1)).containsExactly("bye");
    }

    @Test
    void closing_ends_the_whole_family_even_if_it_ignores_the_polite_signal() {
        ChildProcess child =
                start("trap '' TERM; sh -c 'while :; do sleep 1; done' & echo up; wait", Duration.ofMillis(200));
        await().until(() -> child.logTail(1).contains("up"));
        List<ProcessHandle> family = child.family();
        assertThat(family).hasSizeGreaterThanOrEqualTo(2);
        child.close();
        assertThat(family).noneMatch(ChildProcess::runs);
    }

    @Test
    void what_a_process_leaves_behind_goes_with_it() {
        try (ChildProcess child = start("sleep 300 & echo $!", GRACE)) {
            await().until(() -> !child.isAlive() && child.logTail(1).size() == 1);
            long orphan = Long.parseLong(child.logTail(1).get(0));
            await().atMost(GRACE).until(() -> ended(orphan));
        }
    }

    @Test
    void nothing_survives_a_kill_of_the_jvm() throws Exception {
        Path pids = dir.resolve("pids");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        dir.resolve("victim.log").toString(),
                        pids.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("jvm.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Files.exists(pids) && Files.readAllLines(pids).size() == 2);
        List<Long> family = Files.readAllLines(pids).stream().map(Long::valueOf).toList();
        assertThat(family).noneMatch(ProcessTest::ended);
        jvm.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(10)).until(() -> family.stream().allMatch(ProcessTest::ended));
    }

    /** Starts a family that ignores the polite signal, and never closes it. */
    static final class Victim {
        public static void main(String[] args) throws Exception {
            String script = "trap '' TERM; sh -c 'while :; do sleep 1; done' & echo $$ >%1$s.new; echo $! >>%1$s.new;"
                    + " mv %1$s.new %1$s; wait";
            ChildProcess child = ChildProcess.start(
                    CommandSpec.of("family", "sh", "-c", script.formatted(args[1])), Path.of(args[0]), GRACE);
            child.exit().get();
        }
    }

    private static boolean ended(long pid) {
        return ProcessHandle.of(pid).filter(ChildProcess::runs).isEmpty();
    }

    @Test
    void a_command_that_says_much_on_both_streams_does_not_block() {
        Outcome outcome = CommandRunner.run(
                CommandSpec.of(
                        "talker",
                        "sh",
                        "-c",
                        "head -c 300000 /dev/zero | tr '\\0' o; head -c 300000 /dev/zero | tr '\\0' e >&2; exit 3"),
                Duration.ofSeconds(10));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.stdout()).hasSize(300_000);
        assertThat(outcome.stderr()).hasSize(300_000);
    }

    @Test
    void a_command_that_takes_too_long_is_ended() {
        Outcome outcome =
                CommandRunner.run(CommandSpec.of("sleeper", "sh", "-c", "echo x; sleep 60"), Duration.ofMillis(200));
        assertThat(outcome.exitCode()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(outcome.stdout()).isEqualTo("x\n");
    }

    @Test
    void free_ports_are_different_and_free() throws IOException {
        List<Integer> ports = FreePorts.pick(5);
        assertThat(ports).doesNotHaveDuplicates().hasSize(5);
        for (int port : ports) {
            new ServerSocket(port).close();
        }
    }
}
