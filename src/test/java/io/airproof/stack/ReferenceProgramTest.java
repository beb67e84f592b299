package io.airproof.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.airproof.process.ChildProcess;
import io.airproof.process.CommandSpec;
import io.airproof.process.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceProgramTest {

    private final Path dir;

    ReferenceProgramTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private static String classPath(List<String> command) {
        return command.get(command.indexOf("-cp") + 1);
    }

    @Test
    void a_changed_class_makes_another_program_and_old_ones_make_room() throws IOException {
        Path classes = Files.createDirectories(dir.resolve("classes/io"));
        Files.writeString(classes.resolve("A.class"), "one");
        List<Path> entries = List.of(dir.resolve("classes"));
        String first = classPath(ReferenceProgram.pack(dir, entries).command("s", List.of(), "Main"));
        assertThat(classPath(ReferenceProgram.pack(dir, entries).command("s", List.of(), "Main")))
                .isEqualTo(first);
        for (int change = 0; change < 5; change++) {
            Files.writeString(classes.resolve("A.class"), "change " + change);
            assertThat(classPath(ReferenceProgram.pack(dir, entries).command("s", List.of(), "Main")))
                    .isNotEqualTo(first);
        }
        try (var programs = Files.list(dir.resolve("reference"))) {
            assertThat(programs).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_clean_exit_leaves_an_archive_for_the_next_start() throws IOException {
        ReferenceProgram program = ReferenceProgram.pack(dir);
        assertThat(program.command("sts-echo", List.of(), "Main"))
                .anyMatch(word -> word.startsWith("-XX:ArchiveClassesAtExit="));
        ChildProcess sts = echo(program, "PORT", Integer.toString(FreePorts.one()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sts.logTail(5).stream().anyMatch(line -> line.contains("\"ready\"")));
        sts.close();
        sts.exit().join();
        program.keepArchive(sts);
        assertThat(program.command("sts-echo", List.of(), "Main"))
                .anyMatch(word -> word.startsWith("-XX:SharedArchiveFile="));
        assertThat(sts.logTail(50)).allMatch(line -> line.startsWith("{"));
    }

    @Test
    void a_service_that_failed_leaves_nothing() throws IOException {
        ReferenceProgram program = ReferenceProgram.pack(dir);
        ChildProcess sts = echo(program, "PORT", "no number");
        assertThat(sts.exit().join()).isNotZero();
        program.keepArchive(sts);
        assertThat(program.command("sts-echo", List.of(), "Main"))
                .anyMatch(word -> word.startsWith("-XX:ArchiveClassesAtExit="));
        try (var left = Files.walk(dir)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    private ChildProcess echo(ReferenceProgram program, String variable, String value) {
        CommandSpec spec = new CommandSpec(
                "sts-echo",
                program.command("sts-echo", List.of(), "io.airproof.reference.sts.StsMain"),
                Map.of("HOST", "127.0.0.1", "STS_PROFILE", "echo", variable, value),
                Optional.of(dir));
        return ChildProcess.start(spec, dir.resolve("sts.log"), Duration.ofSeconds(5));
    }
}
