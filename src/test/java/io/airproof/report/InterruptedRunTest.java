package io.airproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that is told to stop in the middle of a scenario still writes its results. */
class InterruptedRunTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FEATURE = """
            Feature: Samples

              @DUB-003
              Scenario: Kept
                Given DUB-003 takes 8.5 s

              @DUB-005
              Scenario: Under way
                Given the run is interrupted here

              @DUB-006
              Scenario: Never begun
                Given nothing is proven
            """;

    @Test
    void resultsAreWrittenOnTheWayOut(@TempDir Path folder) throws IOException, InterruptedException {
        Path feature = folder.resolve("samples.feature");
        Files.writeString(feature, FEATURE);
        Path file = folder.resolve("results.json");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "io.cucumber.core.cli.Main",
                        "--glue",
                        "io.airproof.report.samples",
                        "--plugin",
                        "io.airproof.report.ResultsPlugin:" + file,
                        feature.toString())
                .redirectErrorStream(true)
                .start();
        try (OutputStream noInput = jvm.getOutputStream()) {
            noInput.flush();
        }
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(said).isTrue();

        JsonNode results = new ObjectMapper().readTree(file.toFile());
        assertThat(results.at("/run/interrupted").asBoolean()).isTrue();
        assertThat(results.at("/scenarios/0/status").asText()).isEqualTo("passed");
        assertThat(results.at("/scenarios/1/status").asText()).isEqualTo("not-run");
        assertThat(results.at("/scenarios/1/reason").asText()).contains("interrupted before the scenario ended");
        assertThat(results.at("/scenarios/2/status").asText()).isEqualTo("not-run");
        assertThat(results.at("/scenarios/2/reason").asText()).contains("interrupted before the scenario began");
        assertThat(said).contains("Airproof was interrupted");
    }
}
