package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.airproof.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves for others than readers of pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path reports = Path.of("");

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        reports = SampleReport.ofEveryStatus(folder);
    }

    @Test
    void theResultsFollowTheirPublishedSchema() throws IOException {
        assertThat(violations(results())).isEmpty();
    }

    @Test
    void theSchemaNoticesWhatIsWrong() throws IOException {
        ObjectNode wrongStatus = results();
        scenario(wrongStatus, 0).put("status", "green");
        assertThat(violations(wrongStatus)).isNotEmpty();

        ObjectNode noReason = results();
        scenario(noReason, 1).put("reason", "");
        assertThat(violations(noReason)).isNotEmpty();

        ObjectNode noSource = results();
        ((ObjectNode) scenario(noSource, 0).withArray("measurements").get(0)).remove("source");
        assertThat(violations(noSource)).isNotEmpty();

        ObjectNode noScenarios = results();
        noScenarios.remove("scenarios");
        assertThat(violations(noScenarios)).isNotEmpty();
    }

    @Test
    void theSummaryIsMarkdownThatShowsWhatOthersWroteAsText() throws IOException {
        assertThat(reports.resolve("summary.md"))
                .content()
                .contains("**One promise is broken; 2 of 150 are proven here.**")
                .contains("| DUB-005 | broken | time 12 s | at most 10 s | Broken |")
                .contains(
                        "| DUB-007 | could not be measured | DUB-007 was not measured: the recorder got no packet |  |")
                .doesNotContain("<script");
        assertThat(MarkdownSummary.plain("a | b\n<script> `x` @team [l](u)"))
                .isEqualTo("a \\| b \\<script\\> \\`x\\` \\@team \\[l\\](u)");
    }

    @Test
    void nothingThatIsPublishedTellsASecret() throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("hunter22");
            }
        }
        for (String line : Files.readAllLines(reports.resolve("messages.ndjson"))) {
            assertThat(JSON.readTree(line).isObject()).isTrue();
        }
        assertThat(reports.resolve("results.json")).content().contains("token", "•••");
    }

    @Test
    void theReportCanBeOneFile(@TempDir Path folder) throws IOException {
        Files.copy(reports.resolve("results.json"), folder.resolve("results.json"));
        System.setProperty("report.single", "true");
        try {
            Site.write(folder.resolve("results.json"));
        } finally {
            System.clearProperty("report.single");
        }
        String page = Files.readString(folder.resolve("single.html"));

        assertThat(page)
                .contains("missed by 2 s", "Held when tried again", "<style>")
                .doesNotContain("<script", "<img");
        assertThat(page).doesNotContainPattern("(?:href|src)=\"(?!data:)");
        assertThat(page.indexOf(">Broken<")).as("what is red comes first").isLessThan(page.indexOf(">Kept<"));
    }

    @Test
    void nothingLargeIsPutIntoAPage(@TempDir Path folder) throws IOException {
        Files.copy(reports.resolve("results.json"), folder.resolve("results.json"));
        SampleShowcase.exhibit(folder, "Kept");
        Path sounds = folder.resolve("evidence").resolve(SampleShowcase.STREAM);
        Files.write(sounds.resolve("picture-01.jpg"), new byte[SinglePage.LARGEST_EXCERPT_BYTES + 1]);
        Files.write(sounds.resolve("excerpt.webm"), new byte[10_000]);
        System.setProperty("report.single", "true");
        try {
            Site.write(folder.resolve("results.json"));
        } finally {
            System.clearProperty("report.single");
        }

        assertThat(folder.resolve("single.html"))
                .content()
                .contains("data:audio/webm;base64,AAAA")
                .doesNotContain("data:image/jpeg");
        try (Stream<Path> pages = Files.walk(folder)) {
            for (Path page : pages.filter(one -> one.toString().endsWith(".html") && !one.endsWith("single.html"))
                    .toList()) {
                assertThat(Files.readString(page)).as(page.toString()).doesNotContain("data:");
            }
        }
    }

    @Test
    void thePagesAreThereInSpanish(@TempDir Path folder) throws IOException {
        Files.copy(reports.resolve("results.json"), folder.resolve("results.json"));
        Files.copy(reports.resolve("messages.ndjson"), folder.resolve("messages.ndjson"));
        new Site(folder, folder, Catalogue.dubbing().all(), "es").write();

        assertThat(folder.resolve("index.html"))
                .content()
                .contains("<html lang=\"es\">", "Una promesa está rota; 2 de 150 están probadas aquí.");
        assertThat(folder.resolve("scenario/sample-01_samples.feature-15.html"))
                .content()
                .contains("falta por 2 s", "DUB-005 takes 12 s");
    }

    private ObjectNode results() throws IOException {
        return (ObjectNode) JSON.readTree(reports.resolve("results.json").toFile());
    }

    private static ObjectNode scenario(ObjectNode results, int index) {
        JsonNode scenarios = results.path("scenarios");
        return (ObjectNode) ((ArrayNode) scenarios).get(index);
    }

    private List<String> violations(JsonNode results) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(reports.resolve("results.schema.json")))
                .validate(results.toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
