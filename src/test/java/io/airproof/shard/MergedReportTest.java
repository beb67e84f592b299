package io.airproof.shard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.airproof.report.site.Site;
import io.cucumber.core.options.CommandlineOptionsParser;
import io.cucumber.core.runtime.Runtime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real runs of Cucumber, each of its share of one feature, become one report. */
class MergedReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FEATURE = """
            Feature: Of two shards
              Prose of the feature.

              @DUB-003 @one
              Scenario: First
                Given DUB-003 takes 8.5 s

              @DUB-005 @two
              Scenario: Second
                Given DUB-005 takes 12 s

              @DUB-007 @one
              Scenario: Third
                Given DUB-007 cannot be measured
            """;

    private final Path shards;
    private final Path reports;

    MergedReportTest(@TempDir Path folder) {
        shards = folder.resolve("shards");
        reports = folder.resolve("reports");
    }

    @BeforeEach
    void run() throws IOException {
        shard(1, "@one", "@two");
        shard(2, "@two", "@one");
        MergedRun.of(shards).writeReport(Files.createDirectories(reports));
        Site.write(reports.resolve("results.json"));
    }

    @Test
    void eachScenarioHasTheSentencesOfTheShardThatRanIt() {
        assertThat(page("scenario/sample-01.feature-5.html"))
                .content()
                .contains("DUB-003 takes 8.5 s", "kept by 1.5 s");
        assertThat(page("scenario/sample-01.feature-9.html")).content().contains("DUB-005 takes 12 s", "missed by 2 s");
        assertThat(page("scenario/sample-01.feature-13.html")).content().contains("the first packet");
        assertThat(page("scenario/sample-01.feature-5.html"))
                .content()
                .doesNotContain("status.unknown", "class=\"not-run\"");
    }

    @Test
    void theFeatureIsOnePageWithItsScenariosInOrder() throws IOException {
        String page = Files.readString(page("capability/sample-01.html"));

        assertThat(page).containsSubsequence("Prose of the feature.", "First", "Second", "Third");
        assertThat(page.split(">Second<", -1)).hasSize(2);
    }

    @Test
    void theTimelineHasTheScenariosOfAllShards() {
        assertThat(page("run.html")).content().contains("First · ", "Second · ", "shard 2: stack started");
    }

    @Test
    void logsOfOneNameAreKeptApart() {
        assertThat(page("evidence/shard-1-sts.log.txt")).hasContent("of shard 1");
        assertThat(page("run.html")).content().contains("shard-1-sts", "shard-2-sts", "of shard 2");
    }

    private Path page(String name) {
        return reports.resolve(name);
    }

    private void shard(int number, String mine, String theirs) throws IOException {
        Path feature = Files.createDirectories(shards.resolve(number + "/features/sample"))
                .resolve("01.feature");
        Files.writeString(feature, FEATURE);
        Path folder = Files.createDirectories(shards.resolve(number + "/reports"));
        Runtime.builder()
                .withRuntimeOptions(new CommandlineOptionsParser(OutputStream.nullOutputStream())
                        .parse(
                                "--glue",
                                "io.airproof.report.samples",
                                "--plugin",
                                "message:" + folder.resolve("messages.ndjson"),
                                "--plugin",
                                "io.airproof.report.ResultsPlugin:" + folder.resolve("results.json"),
                                "--tags",
                                mine,
                                feature.toString())
                        .build())
                .withClassLoader(MergedReportTest.class::getClassLoader)
                .build()
                .run();
        ObjectNode results =
                (ObjectNode) JSON.readTree(folder.resolve("results.json").toFile());
        ObjectNode run = (ObjectNode) results.path("run");
        run.put("shard", number + "/2");
        run.putArray("phases")
                .addObject()
                .put("name", "stack started")
                .put("from", run.path("started").asText())
                .put("took_s", 0.5);
        for (JsonNode scenario : results.path("scenarios")) {
            if (scenario.path("tags").toString().contains(theirs)) {
                ((ObjectNode) scenario).put("reason", "Runs in shard " + (3 - number) + "/2.");
            }
        }
        JSON.writeValue(folder.resolve("results.json").toFile(), results);
        Files.write(
                Files.createDirectories(folder.resolve("evidence")).resolve("sts.log.txt"),
                List.of("of shard " + number));
    }
}
