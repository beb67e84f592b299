package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of a real run with a scenario of every status. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#]+)[^\"]*\"");
    private static final Pattern TWIN = Pattern.compile("class=\"language\" href=\"([^\"#]+)\" hreflang=\"(\\w+)\"");
    private static final Duration BUILD_LIMIT = Duration.ofSeconds(2);

    /** The quickest counts: the others waited for whoever else uses the machine. */
    private static final int TRIES = 3;

    private static final int INDEX_LIMIT_BYTES = 1_000_000;

    private Path reports = Path.of("");

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        reports = SampleReport.ofEveryStatus(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|passed|Every measurement kept its limit.",
                "15|failed|DUB-005 is broken: time is 12 s, promised is at most 10 s",
                "19|not-measured|There is no verdict: DUB-007 was not measured: the recorder got no packet",
                "23|not-run|Not run here: ",
                "27|not-run|Not run here: not selected by the tag filter",
                "31|known-defect|Fails as it is known to: DUB-008 is broken",
                "35|unstable|Not to be relied on: passed at attempt 2 only"
            })
    void everyStatusHasAMarkOfItsOwnAndASentenceThatSaysWhy(int line, String status, String why) throws IOException {
        String page = scenario(line);
        String verdict = page.substring(page.indexOf("class=\"verdict"), page.indexOf("</p>", page.indexOf("verdict")));

        assertThat(verdict)
                .contains("verdict " + status, "class=\"mark " + status)
                .contains(why);
    }

    @Test
    void aMeasurementStandsUnderItsSentenceWithLimitMarginProvenanceAndSource() throws IOException {
        String page = scenario(7);
        String then = page.substring(page.indexOf("class=\"sentences\""));

        assertThat(then)
                .contains("DUB-003 takes 8.5 s", "<b>8.5 s</b>", "promised at most 10 s", "kept by 1.5 s")
                .contains(">measured</span>", "00:01.000", "Limit from: seed 001", "<circle class=\"value\"");
        assertThat(scenario(15)).contains("missed by 2 s", "<path class=\"value\"", "What went wrong");
        assertThat(page).contains("The scenario has prose of its own.");
    }

    @Test
    void theFirstPageSaysTheVerdictAndHowEveryPromiseStands() throws IOException {
        String home = page("index.html");

        assertThat(home)
                .contains("One promise is broken; 2 of 150 are proven here.")
                .containsPattern("id=\"DUB-005\" data-status=\"failed\"")
                .containsPattern("id=\"DUB-007\" data-status=\"not-measured\"")
                .containsPattern("id=\"DUB-008\" data-status=\"known-defect\"")
                .containsPattern("id=\"DUB-009\" data-status=\"unstable\"")
                .containsPattern("id=\"DUB-010\" data-status=\"not-run\"")
                .containsPattern("id=\"DUB-011\" data-status=\"unspecified\"")
                .contains("not selected by the tag filter", "No scenario asks for it yet.");
    }

    @Test
    void theFirstPageSaysWhatWasRunAndWhereToLookFirst() throws IOException {
        String home = page("index.html");
        String causes = home.substring(home.indexOf("class=\"causes\""), home.indexOf("id=\"promises\""));

        assertThat(home)
                .contains("7 of 9 scenarios were run in")
                .containsPattern("\\d+ processors")
                .contains("java ");
        assertThat(causes)
                .contains("DUB-005 is broken: time is 12 s", "look first: STS")
                .contains("DUB-007 was not measured", "passed at attempt 2 only")
                .doesNotContain("DUB-008");
    }

    @Test
    void whatAHookFindsStandsAfterTheSentences() throws IOException {
        assertThat(scenario(43))
                .contains("1 line that nothing explains: sts: late", "<b class=\"keyword\">Afterwards</b>")
                .contains("1 measured in the stream that a viewer receives.");
    }

    @Test
    void theValueOverTheRunsIsDrawnWithItsLimit() throws IOException {
        String kept = scenario(7);
        String past = kept.substring(kept.indexOf("id=\"history\""));

        assertThat(past)
                .contains("Last 4 outcomes", "DUB-003</span> time: 6 s to 8.5 s, promised at most 10 s")
                .containsPattern("(?s)2026-01-03 12:00</th>.{0,500}</td><td>3.0 s</td><td>8 s</td>");
        assertThat(scenario(15)).contains("<path class=\"value bad\"", "It was kept in 3 of the last 4 runs.");
        assertThat(scenario(7)).contains("It was kept in 4 of the last 4 runs.");
    }

    @Test
    void whatWasWaitedForIsABarEachAndALateOneSaysSo() throws IOException {
        String page = scenario(19);
        String waits =
                page.substring(page.indexOf("id=\"waits\""), page.indexOf("</ol>", page.indexOf("id=\"waits\"")));

        assertThat(waits)
                .contains("<rect x=\"0\" y=\"1\" width=\"150\"", "<rect x=\"150\" y=\"1\" width=\"450\"")
                .contains("the sample is ready", "from 0.5 s, for 1.5 s", "did not come in time")
                .contains("<b>1.5 s</b> still no packet, token=")
                .doesNotContain("hunter22");
    }

    @Test
    void theHistorySaysFirstWhatChanged() throws IOException {
        String history = page("history.html");
        String lines = history.substring(history.indexOf("id=\"scenarios\""));

        assertThat(history).containsSubsequence("2026-01-03 12:00", "2026-01-02 12:00", "2026-01-01 12:00");
        assertThat(lines)
                .containsSubsequence(
                        "no longer kept</b> <a href=\"scenario/sample-01_samples.feature-15",
                        "unstable</b> <a href=\"scenario/sample-01_samples.feature-35",
                        "new</b>",
                        "<li><a href=\"scenario/sample-01_samples.feature-7");
    }

    @Test
    void aCapabilityIsShownWithItsProseAndRules() throws IOException {
        assertThat(page("capability/sample-01_samples.html"))
                .contains("A <em>feature</em> may say more", "A rule has a page of its own", "Known to be broken");
    }

    @Test
    void whatOthersWroteIsShownAsText() throws IOException {
        for (Path page : pages()) {
            assertThat(Files.readString(page))
                    .as(page.toString())
                    .doesNotContain("<script>document", "<img", "<b>this is no markup", "example.org/\"", "onclick=");
        }
        assertThat(page("index.html")).contains("&lt;script&gt;document.title");
        assertThat(page("capability/sample-01_samples.html")).contains("&lt;b&gt;this is no markup&lt;/b&gt;");
    }

    @Test
    void everyReferenceLeadsToAFileOfTheReport() throws IOException {
        for (Path page : pages()) {
            Matcher references = REFERENCE.matcher(Files.readString(page));
            while (references.find()) {
                Path target = page.resolveSibling(references.group(1)).normalize();
                assertThat(target).as("in " + page).startsWith(reports).exists();
            }
        }
    }

    @Test
    void everyPageForbidsWhatIsNotItsOwn() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(10);
        for (Path page : pages()) {
            assertThat(Files.readString(page))
                    .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                    .doesNotContain(" style=", "<style", "javascript:");
        }
    }

    @Test
    void everyPageNamesItselfInTheOtherLanguage() throws IOException {
        for (Path page : pages()) {
            Matcher link = TWIN.matcher(Files.readString(page));
            assertThat(link.find())
                    .as("a link to the other language in " + page)
                    .isTrue();
            Path twin = page.resolveSibling(link.group(1)).normalize();

            assertThat(twin).exists().isNotEqualTo(page);
            assertThat(twin.getFileName()).isEqualTo(page.getFileName());
            assertThat(Files.readString(twin)).contains("<html lang=\"" + link.group(2) + "\">");
        }
        assertThat(page("run.html")).contains("<th scope=\"row\">machine</th>");
        assertThat(page("es/run.html")).contains("<th scope=\"row\">máquina</th>");
        assertThat(page("es/index.html")).contains("Una promesa está rota; 2 de 150 están probadas aquí.");
    }

    @Test
    void aReportThatOpensInSpanishLeavesNothingOfOneThatOpenedInEnglish(@TempDir Path elsewhere) throws IOException {
        Files.copy(reports.resolve("results.json"), elsewhere.resolve("results.json"));
        new Site(elsewhere, elsewhere, List.of(), "en").write();
        new Site(elsewhere, elsewhere, List.of(), "es").write();

        assertThat(elsewhere.resolve("index.html")).content().contains("<html lang=\"es\">");
        assertThat(elsewhere.resolve("en/index.html")).content().contains("<html lang=\"en\">");
        assertThat(elsewhere.resolve("es/index.html")).doesNotExist();
    }

    @Test
    void pagesAreMadeWithoutMessagesToo(@TempDir Path elsewhere) throws IOException {
        Files.copy(reports.resolve("results.json"), elsewhere.resolve("results.json"));
        Path home = Site.write(elsewhere.resolve("results.json"));

        assertThat(home).content().contains("One promise is broken");
        assertThat(elsewhere.resolve("scenario/sample-01_samples.feature-15.html"))
                .content()
                .contains("missed by 2 s");
    }

    @Test
    void aCutMessageIsLeftOut(@TempDir Path elsewhere) throws IOException {
        Files.copy(reports.resolve("results.json"), elsewhere.resolve("results.json"));
        String messages = Files.readString(reports.resolve("messages.ndjson"));
        Files.writeString(elsewhere.resolve("messages.ndjson"), messages.substring(0, messages.length() - 20));
        Site.write(elsewhere.resolve("results.json"));

        assertThat(elsewhere.resolve("run.html")).content().contains("could not be read: 1.");
    }

    @Test
    void threeHundredScenariosAreBuiltInTwoSeconds(@TempDir Path folder) throws IOException {
        Path many = SampleReport.ofMany(folder, 300);
        List<Duration> took = new ArrayList<>();
        while (took.size() < TRIES && took.stream().noneMatch(SiteTest::inTime)) {
            long from = System.nanoTime();
            Site.write(many.resolve("results.json"));
            took.add(Duration.ofNanos(System.nanoTime() - from));
        }

        assertThat(took).anyMatch(SiteTest::inTime);
        assertThat(Files.size(many.resolve("index.html"))).isLessThan(INDEX_LIMIT_BYTES);
        System.out.println("300 scenarios in two languages: built in " + took);
    }

    private static boolean inTime(Duration took) {
        return took.compareTo(BUILD_LIMIT) <= 0;
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private String scenario(int line) throws IOException {
        return page("scenario/sample-01_samples.feature-" + line + ".html");
    }

    private String page(String name) throws IOException {
        return Files.readString(reports.resolve(name));
    }
}
