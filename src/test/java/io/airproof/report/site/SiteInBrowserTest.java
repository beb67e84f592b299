package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.airproof.driver.ffmpeg.Feed;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.stack.provision.Provisioner;
import io.airproof.stack.provision.Toolbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report as a reader has it: opened as a file, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteInBrowserTest {
    private static final String TRUST = """
            {"faults":1,"detection_percent":100.0,"localisation_percent":100.0,"false_alarms":[],
             "findings":[{"id":"a","what":"the sound is 150 ms late","where":"received","programme":"12 s sample",
               "expected":["DUB-003"],"scenarios":3,"detected":true,"localised":true,
               "red":[{"requirements":["DUB-003"],"scenario":"Kept","why":"DUB-003 is broken"}]},
              {"id":"c","what":"nothing","where":"received","programme":"12 s sample","expected":[],"scenarios":3,
               "detected":false,"localised":false,"red":[]}]}
            """;
    private static final String MEDIA_PAGE = "scenario/sample-01_samples.feature-7.html";
    private static final String RED_PAGE = "scenario/sample-01_samples.feature-15.html";
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final double SAME_PLACE_S = 0.15;
    private static final double SEARCH_LIMIT_MS = 100;
    private static final double PAINT_LIMIT_MS = 1000;

    /** The quickest counts: others work on the machine too. */
    private static final int TRIES = 3;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private Path reports = Path.of("");
    private Path many = Path.of("");
    private Chromium chromium;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    void make(@TempDir Path folder, @TempDir Path manyFolder) throws IOException {
        chromium = Chromium.start();
        Toolbox tools = Provisioner.standard().provision(line -> {});
        reports = SampleReport.ofEveryStatus(folder);
        Files.writeString(reports.resolve("trust.json"), TRUST);
        Ffmpeg ffmpeg = new Ffmpeg(tools.ffmpeg(), tools.ffprobe());
        SampleShowcase.add(
                reports, "Kept", arguments -> ffmpeg.run("sample", arguments, Feed.nothing(), Duration.ofSeconds(30)));
        many = SampleReport.ofMany(manyFolder, 1000);
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1200, 900));
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
    }

    @AfterEach
    void nobodyComplainedAndNothingCameFromOutside() {
        context.close();
        List<String> said = List.copyOf(complaints);
        List<String> asked = List.copyOf(requests);
        complaints.clear();
        requests.clear();
        assertThat(said).as("console").isEmpty();
        assertThat(asked).allSatisfy(url -> assertThat(url)
                .matches(one -> one.startsWith(reports.toUri().toString())
                        || one.startsWith(many.toUri().toString())));
    }

    @Test
    void theSearchFindsByTextIdTagAndStatus() {
        go("index.html");
        assertThat(found()).isEqualTo("150 of 150 promises");
        page.fill("#q", "DUB-005");
        assertThat(visible()).containsExactly("DUB-005");
        page.fill("#q", "held when tried");
        assertThat(visible()).containsExactly("DUB-009");
        page.fill("#q", "@known-defect");
        assertThat(visible()).containsExactly("DUB-008");
        page.fill("#q", "no such word anywhere");
        assertThat(found()).startsWith("Nothing matches");
        page.fill("#q", "");
        page.locator(".chip[data-status=failed]").click();
        assertThat(visible()).containsExactly("DUB-005");
        page.locator(".chip[data-status=unstable]").click();
        assertThat(visible()).containsExactly("DUB-005", "DUB-009");
        assertThat(page.url()).endsWith("#status=failed,unstable");
    }

    @Test
    void aSearchCanBeSentAsALink() {
        go("index.html#q=DUB-007&status=not-measured");
        assertThat(visible()).containsExactly("DUB-007");
        assertThat(page.inputValue("#q")).isEqualTo("DUB-007");
        assertThat(page.locator(".chip[data-status=not-measured]").getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void aProductOwnerFindsInTwoClicksWhetherAPromiseIsKeptAndADeveloperInOneWhyItIsRed() {
        go("index.html");
        page.locator(".chip[data-status=failed]").click();
        page.locator(".row:visible a").first().click();
        assertThat(page.locator(".verdict").textContent()).contains("DUB-005 is broken");
        assertThat(page.locator(".failure pre").textContent()).contains("missed by 2 s");

        go("index.html#q=DUB-003");
        page.locator(".row:visible a").first().click();
        assertThat(page.locator(".measure .figures").first().textContent()).contains("8.5 s", "kept by 1.5 s");
        assertThat(page.textContent("#content")).contains("the sound is 150 ms late");
    }

    @Test
    void theThreeSoundsPlayTogetherAndChangingBetweenThemMakesNoJump() throws IOException {
        go(MEDIA_PAGE);
        page.locator(".play").click();
        page.waitForCondition(() -> time("output") > 0.4);
        double before = time("output");
        page.locator("input[value=source]").check();
        assertThat(time("source")).isBetween(before - SAME_PLACE_S, before + 2 * SAME_PLACE_S + 0.5);
        assertThat(time("dub")).isCloseTo(time("source"), org.assertj.core.api.Assertions.within(SAME_PLACE_S));
        assertThat(muted()).containsExactly("dub", "output");
        double then = time("source");
        page.waitForCondition(() -> time("source") > then + 0.3);
        page.locator("input[value=dub]").check();
        assertThat(muted()).containsExactly("source", "output");
        page.locator(".play").click();
        assertThat((Boolean) page.evaluate("document.querySelector('audio[data-track=dub]').paused"))
                .isTrue();
        for (String track : List.of("source", "dub", "output")) {
            assertThat(decodedLevel(track)).as("level of the " + track).isGreaterThan(0.05);
        }
    }

    @Test
    void captionsFollowAndAFragmentIsHeardThreeTimes() {
        go(MEDIA_PAGE);
        assertThat(page.locator(".translation").textContent()).isEqualTo("uno, dos");
        page.locator(".seek").fill("7");
        page.locator(".seek").dispatchEvent("input");
        assertThat(page.locator(".transcript").textContent()).isEqualTo("three");
        assertThat(page.locator(".translation").textContent()).isEqualTo("<b>tres</b>");
        page.locator(".compare").nth(1).click();
        page.waitForCondition(() -> time("source") > 6.1);
        assertThat(muted()).containsExactly("dub", "output");
        page.evaluate("document.querySelectorAll('audio').forEach(one => { one.currentTime = 11.9; })");
        page.waitForCondition(() -> muted().equals(List.of("source", "output")));
        assertThat(time("dub")).isLessThan(8);
        assertThat(page.locator(".wave .border").count()).isEqualTo(6);
        assertThat(page.locator(".pictures img").count()).isEqualTo(1);
        assertThat(page.locator(".offsets .value").count()).isEqualTo(2);
    }

    @Test
    void theWireIsADiagramWithItsFaults() {
        go("programme/" + SampleShowcase.STREAM + ".html");
        assertThat(page.locator(".wire .message").count()).isEqualTo(3);
        assertThat(page.locator(".wire .fault").textContent()).contains("TIMEOUT made by the suite", "fault");
    }

    @Test
    void trustAndTheRunAreShown() {
        go("trust.html");
        assertThat(page.textContent("#content"))
                .contains("1 faults: 100.0 % were noticed", "noticed, at the right place");
        go("run.html");
        assertThat(page.locator(".timeline .bar").count()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void aReaderWithoutScriptsReadsEverything() {
        BrowserContext plain =
                chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page still = plain.newPage();
        still.navigate(reports.resolve("index.html").toUri().toString());
        assertThat(still.locator(".item:visible").count()).isEqualTo(150);
        still.navigate(reports.resolve(MEDIA_PAGE).toUri().toString());
        assertThat(still.locator("audio:visible").count()).isEqualTo(3);
        plain.close();
    }

    @ParameterizedTest(name = "{0} at {1} px, {2}")
    @CsvSource({
        "index.html, 390, dark",
        MEDIA_PAGE + ", 1200, dark",
        MEDIA_PAGE + ", 390, light",
        RED_PAGE + ", 390, dark",
        "capability/sample-01_samples.html, 390, light",
        "capability/sample.html, 1200, dark",
        "programme/" + SampleShowcase.STREAM + ".html, 390, light",
        "run.html, 1200, dark",
        "trust.html, 390, light"
    })
    void nothingKeepsAReaderOut(String name, int width, String scheme) {
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(com.microsoft.playwright.options.ColorScheme.valueOf(
                        scheme.toUpperCase(java.util.Locale.ROOT))));
        go(name);
        assertThat(complaints).as("console").isEmpty();
        List<String> findings = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
        complaints.clear(); // the check itself asks for the style sheet by a request, which the page forbids
        assertThat(findings).isEmpty();
        assertThat(number("document.documentElement.scrollWidth"))
                .as("nothing is wider than the page")
                .isLessThanOrEqualTo(width);
    }

    @Test
    void aThousandScenariosAreShownAndSearchedAtOnce() throws IOException {
        double paint = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            page.navigate(many.resolve("index.html").toUri().toString());
            page.waitForCondition(() -> number("performance.getEntriesByName('first-contentful-paint').length") > 0);
            paint = Math.min(paint, number("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        }
        assertThat(paint).as("ms to the first paint").isLessThan(PAINT_LIMIT_MS);
        assertThat(page.locator(".row").count()).isEqualTo(1000);
        double took = number("""
                (() => {
                  const input = document.getElementById('q');
                  const times = ['n', 'number', 'number 7', 'number 77', 'number 7', '@dub-012', ''].map(text => {
                    const from = performance.now();
                    input.value = text;
                    input.dispatchEvent(new Event('input'));
                    document.body.getBoundingClientRect();
                    return performance.now() - from;
                  });
                  input.value = 'number 77';
                  input.dispatchEvent(new Event('input'));
                  return times.sort((one, other) => one - other)[3];
                })()""");
        assertThat(took).as("ms to an answer").isLessThan(SEARCH_LIMIT_MS);
        assertThat(visible()).isNotEmpty();
        assertThat(Files.size(many.resolve("index.html"))).isLessThan(1_000_000);
        System.out.printf(
                "1000 scenarios: painted after %.0f ms, answer after %.1f ms, index of %d bytes%n",
                paint, took, Files.size(many.resolve("index.html")));
    }

    private void go(String name) {
        page.navigate(reports.toUri() + name);
        page.reload();
    }

    private String found() {
        return page.locator("#found").textContent();
    }

    private List<String> visible() {
        return page.locator(".item:visible > .promise > .id").allTextContents();
    }

    private double time(String track) {
        return number("document.querySelector('audio[data-track=" + track + "]').currentTime");
    }

    private List<String> muted() {
        Locator sounds = page.locator("audio");
        return Stream.iterate(0, i -> i + 1)
                .limit(sounds.count())
                .filter(i -> (Boolean) sounds.nth(i).evaluate("one => one.muted"))
                .map(i -> sounds.nth(i).getAttribute("data-track"))
                .toList();
    }

    /** The level that the browser decodes, 0 to 1. A page that is opened as a file may not read it from the element. */
    private double decodedLevel(String track) throws IOException {
        String bytes = Base64.getEncoder()
                .encodeToString(Files.readAllBytes(reports.resolve("evidence")
                        .resolve(SampleShowcase.STREAM)
                        .resolve(track + ".webm")));
        return ((Number) page.evaluate("""
                        async text => {
                          const bytes = Uint8Array.from(atob(text), one => one.charCodeAt(0));
                          const sound = await new OfflineAudioContext(1, 48000, 48000).decodeAudioData(bytes.buffer);
                          const samples = sound.getChannelData(0);
                          return Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
                        }""", bytes)).doubleValue();
    }

    private double number(String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }
}
