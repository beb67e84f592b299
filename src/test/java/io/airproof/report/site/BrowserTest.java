package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.airproof.driver.ffmpeg.Feed;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.stack.provision.BrowserTools;
import io.airproof.stack.provision.MissingToolsException;
import io.airproof.stack.provision.Provisioner;
import io.airproof.stack.provision.Toolbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report as a reader has it: opened as a file, in a real browser. Whatever a test does, no page may complain in the
 * console, and nothing may be asked for outside of the folder. Where there is no browser and none may be installed, these
 * tests are not run and say why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
    /** A kept promise with a programme to hear and see. */
    static final String MEDIA_PAGE = "scenario/sample-01_samples.feature-7.html";

    /** A broken promise. */
    static final String RED_PAGE = "scenario/sample-01_samples.feature-15.html";

    private static final String TRUST = """
            {"faults":1,"detection_percent":100.0,"localisation_percent":100.0,"false_alarms":[],
             "findings":[{"id":"a","what":"the sound is 150 ms late","where":"received","programme":"12 s sample",
               "expected":["DUB-003"],"scenarios":3,"detected":true,"localised":true,
               "red":[{"requirements":["DUB-003"],"scenario":"Kept","why":"DUB-003 is broken"}]},
              {"id":"c","what":"nothing","where":"received","programme":"12 s sample","expected":[],"scenarios":3,
               "detected":false,"localised":false,"red":[]}]}
            """;

    private static final String SCALE = """
            {"processors":2,"climbs":[{"sts":"echo","carried":4,"steps":[
              {"streams":1,"fragments":5,"unanswered":0,"frames_lost":0,"offset_ms":1.2,"correlation":0.99,
               "answer_p95_ms":12,"service_cores":0.2,"suite_cores":0.3,"service_bytes":400000000,"broken":[]},
              {"streams":4,"fragments":20,"unanswered":0,"frames_lost":0,"offset_ms":2.0,"correlation":0.99,
               "answer_p95_ms":15,"service_cores":0.5,"suite_cores":0.8,"service_bytes":420000000,"broken":[]},
              {"streams":8,"fragments":40,"unanswered":1,"frames_lost":3,"offset_ms":130.5,"correlation":0.9,
               "answer_p95_ms":90,"service_cores":1.1,"suite_cores":0.9,"service_bytes":500000000,
               "broken":["programme 3: 3 frames lost, 0 repeated, 0 altered","programme 4, segment 1 has no dub"]}]}]}
            """;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private Chromium chromium;
    private BrowserContext context;
    private Path reports = Path.of("");
    private Page page;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        chromium = browser();
        Toolbox tools = Provisioner.standard().provision(line -> {});
        reports = SampleReport.ofEveryStatus(folder);
        Files.writeString(reports.resolve("trust.json"), TRUST);
        Files.writeString(reports.resolve("scale.json"), SCALE);
        Ffmpeg ffmpeg = new Ffmpeg(tools.ffmpeg(), tools.ffprobe());
        SampleShowcase.add(
                reports, "Kept", arguments -> ffmpeg.run("sample", arguments, Feed.nothing(), Duration.ofSeconds(30)));
        mayAskFor(reports);
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
        assertThat(asked).allSatisfy(url -> assertThat(url).matches(one -> folders.stream()
                .anyMatch(folder -> one.startsWith(folder.toUri().toString()))));
    }

    /** The folder of the report. */
    Path reports() {
        return reports;
    }

    /** The page that is open. */
    Page page() {
        return page;
    }

    /** The browser, for a reader with other habits. */
    Browser anyBrowser() {
        return chromium.browser();
    }

    /** A further report that pages may be opened from. */
    void mayAskFor(Path folder) {
        folders.add(folder);
    }

    /** Opens a page of the report. */
    void go(String name) {
        page.navigate(reports.toUri() + name);
        page.reload();
    }

    /** The number that a script comes to. */
    double number(String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    /** What the console has said so far, as a test that is going to forget it has to look itself. */
    void requireSilence() {
        assertThat(complaints).as("console").isEmpty();
    }

    /** Forgets what a tool of the test, not the page, made the console say. */
    void forgetComplaints() {
        complaints.clear();
    }

    private static Chromium browser() {
        try {
            BrowserTools.Found found =
                    BrowserTools.standard(System.out::println).provide();
            return Chromium.start(found.chromium(), found.node());
        } catch (MissingToolsException e) {
            return Assumptions.abort("not run here: " + e.getMessage());
        }
    }
}
