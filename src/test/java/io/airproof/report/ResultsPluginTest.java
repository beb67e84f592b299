package io.airproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cucumber.core.options.CommandlineOptionsParser;
import io.cucumber.core.runtime.Runtime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs real scenarios through Cucumber and reads what the plugin wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultsPluginTest {
    private static final String FEATURE = """
            @p1
            Feature: Samples

              @DUB-003
              Scenario: Kept
                Given DUB-003 takes 8.5 s

              Rule: A rule changes nothing

                @DUB-005
                Scenario: Broken
                  Given DUB-005 takes 12 s

              @DUB-007
              Scenario: Not measured
                Given DUB-007 cannot be measured

              @DUB-006
              Scenario: Nothing proven
                Given nothing is proven

              @DUB-124
              Scenario: Not run here
                Given a service is stopped

              @DUB-010 @p3
              Scenario: Not selected
                Given DUB-010 takes 1 s

              @DUB-008 @known-defect
              Scenario: Known to be broken
                Given DUB-008 takes 20 s

              @DUB-009 @known-defect
              Scenario: No longer broken
                Given DUB-009 takes 2 s

              @DUB-042
              Scenario: Undefined
                Given a sentence nobody knows

              @DUB-002
              Scenario Outline: Row <row>
                Given DUB-002 takes <row> s

                Examples:
                  | row |
                  | 1   |
                  | 2   |
            """;

    private JsonNode results = new ObjectMapper().createObjectNode();
    private String summary = "";
    private final List<Path> pagesOf = new ArrayList<>();

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        Path feature = folder.resolve("samples.feature");
        Files.writeString(feature, FEATURE);
        Path file = folder.resolve("reports/results.json");
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        RunFacts facts = new RunFacts();
        facts.put("versions", "ffmpeg", "7.1.1");
        facts.put("time_s", "provisioning", 0.4);
        ResultsPlugin plugin = new ResultsPlugin(
                file, facts, new PrintStream(console, true, StandardCharsets.UTF_8), Clock.systemUTC(), pagesOf::add);
        Runtime.builder()
                .withRuntimeOptions(new CommandlineOptionsParser(OutputStream.nullOutputStream())
                        .parse("--glue", "io.airproof.report.samples", "--tags", "not @p3", feature.toString())
                        .build())
                .withClassLoader(ResultsPluginTest.class::getClassLoader)
                .withAdditionalPlugins(plugin)
                .build()
                .run();
        plugin.end(true);
        results = new ObjectMapper().readTree(file.toFile());
        summary = console.toString(StandardCharsets.UTF_8);
        try (var files = Files.list(file.resolveSibling(""))) {
            assertThat(files).as("no draft stays behind").hasSize(1);
        }
    }

    @Test
    void thePagesAreMadeOnce() {
        assertThat(pagesOf).singleElement().satisfies(file -> assertThat(file).hasFileName("results.json"));
    }

    @Test
    void everyEndHasItsStatus() {
        assertThat(status("Kept")).isEqualTo("passed");
        assertThat(status("Broken")).isEqualTo("failed");
        assertThat(status("Not measured")).isEqualTo("not-measured");
        assertThat(status("Nothing proven")).isEqualTo("not-measured");
        assertThat(status("Not run here")).isEqualTo("not-run");
        assertThat(status("Not selected")).isEqualTo("not-run");
        assertThat(status("Known to be broken")).isEqualTo("known-defect");
        assertThat(status("No longer broken")).isEqualTo("failed");
        assertThat(status("Undefined")).isEqualTo("failed");
        assertThat(results.path("scenarios")).hasSize(11);
    }

    @Test
    void everyEndHasItsReason() {
        assertThat(reason("Kept")).isEmpty();
        assertThat(reason("Broken")).contains("DUB-005 is broken: time is 12 s", "missed by 2 s", "target/sample.flv");
        assertThat(reason("Not measured")).isEqualTo("DUB-007 was not measured: the recorder got no packet");
        assertThat(reason("Nothing proven")).startsWith("DUB-006 was not measured");
        assertThat(reason("Not run here")).contains("the stack \"external\" does not allow stopping a service");
        assertThat(reason("Not selected")).isEqualTo("not selected by the tag filter");
        assertThat(reason("No longer broken")).contains("known defect no longer shows");
        assertThat(reason("Undefined")).contains("no definition");
    }

    @Test
    void aScenarioCarriesItsMeasurementsAndFiles() {
        JsonNode kept = scenario("Kept");
        assertThat(kept.path("id").asText()).endsWith("samples.feature:5");
        assertThat(kept.path("feature").asText()).isEqualTo("Samples");
        assertThat(kept.path("tags")).extracting(JsonNode::asText).containsExactly("@p1", "@DUB-003");
        assertThat(kept.path("requirements")).extracting(JsonNode::asText).containsExactly("DUB-003");
        assertThat(kept.path("duration_s").isNumber()).isTrue();
        assertThat(kept.path("evidence")).extracting(JsonNode::asText).containsExactly("target/sample.flv");
        JsonNode measurement = kept.path("measurements").path(0);
        assertThat(measurement.path("name").asText()).isEqualTo("DUB-003 time");
        assertThat(measurement.path("value").asDouble()).isEqualTo(8.5);
        assertThat(measurement.path("unit").asText()).isEqualTo("s");
        assertThat(measurement.path("limit").asText()).isEqualTo("at most 10 s");
        assertThat(measurement.path("margin").asDouble()).isEqualTo(1.5);
        assertThat(measurement.path("provenance").asText()).isEqualTo("measured");
        assertThat(measurement.path("where").asText()).isEqualTo("00:01.000");
        assertThat(scenario("Broken").path("measurements")).hasSize(1);
    }

    @Test
    void exampleRowsAreToldApart() {
        assertThat(scenario("Row 1").path("id").asText()).endsWith("samples.feature:48");
        assertThat(scenario("Row 2").path("id").asText()).endsWith("samples.feature:49");
    }

    @Test
    void theRunSaysWhatItRanOn() {
        JsonNode run = results.path("run");
        assertThat(run.path("versions").path("java").asText()).isNotEmpty();
        assertThat(run.path("versions").path("os").asText()).isNotEmpty();
        assertThat(run.path("versions").path("airproof").asText()).matches("\\d.*");
        assertThat(run.path("stack").asText()).isEqualTo("local");
        assertThat(run.path("started").asText()).endsWith("Z");
        assertThat(run.path("wall_s").asDouble()).isPositive();
        assertThat(run.path("interrupted").asBoolean()).isFalse();
    }

    @Test
    void theRunCarriesWhatWasRegistered() {
        assertThat(results.at("/run/versions/ffmpeg").asText()).isEqualTo("7.1.1");
        assertThat(results.at("/run/time_s/provisioning").asDouble()).isEqualTo(0.4);
    }

    @Test
    void theSummaryNamesWhatMatters() {
        assertThat(summary)
                .contains("FAILED  Broken  [", "DUB-005 is broken", "NOT-MEASURED  Nothing proven")
                .containsPattern("passed +2 requirements in 3 scenarios: DUB-002 DUB-003\n")
                .containsPattern("failed +3 requirements in 3 scenarios: DUB-005 DUB-009 DUB-042\n")
                .containsPattern("not-measured +2 requirements in 2 scenarios: DUB-006 DUB-007\n")
                .containsPattern("known-defect +1 requirement in 1 scenario: DUB-008\n")
                .containsPattern("not run +2 scenarios\n")
                .containsPattern("time +provisioning 0.4 s\n")
                .containsPattern("report +.*results\\.json\n")
                .containsOnlyOnce("Airproof is done after");
    }

    private String status(String name) {
        return scenario(name).path("status").asText();
    }

    private String reason(String name) {
        return scenario(name).path("reason").asText();
    }

    private JsonNode scenario(String name) {
        return StreamSupport.stream(results.path("scenarios").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no scenario \"" + name + "\" in " + results));
    }
}
