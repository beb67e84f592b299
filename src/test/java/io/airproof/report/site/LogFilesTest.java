package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.report.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
    private final Path project;
    private final Path evidence;
    private final LogFiles logs;

    LogFilesTest(@TempDir Path project) {
        this.project = project;
        this.evidence = project.resolve("reports/evidence");
        this.logs = new LogFiles(project, evidence);
    }

    @Test
    void theLogsOfTheRunAreReadAndKept() throws IOException {
        log("target/stack/r1/logs/sts.log", "of this run, token=hunter22");
        List<LogText> read = logs.read(run("target/stack/r1"));
        Map<String, String> kept = logs.keep(read, new Shelf(project, evidence));

        assertThat(kept).containsExactly(Map.entry("sts", "evidence/sts.log.txt"));
        assertThat(evidence.resolve("sts.log.txt"))
                .content()
                .contains("of this run")
                .doesNotContain("hunter22");
    }

    @Test
    void whereTheRunIsNoLongerThereTheKeptLogsAreRead() throws IOException {
        log("reports/evidence/sts.log.txt", "kept");

        assertThat(logs.read(run("target/stack/gone")))
                .extracting(LogText::service)
                .containsExactly("sts");
        assertThat(logs.read(run("../elsewhere"))).extracting(LogText::service).containsExactly("sts");
    }

    @Test
    void aRunWithoutLogsIsNotGivenThoseOfAnEarlierOne() throws IOException {
        log("reports/evidence/sts.log.txt", "of an earlier run");
        Files.createDirectories(project.resolve("target/stack/r2"));

        assertThat(logs.read(run("target/stack/r2"))).isEmpty();
    }

    private void log(String name, String line) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, line + "\n");
    }

    private static RunResult run(String folder) {
        return new RunResult(Instant.EPOCH, Duration.ZERO, false, Map.of("folder", folder), List.of());
    }
}
