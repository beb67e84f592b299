package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.airproof.report.ResultsPlugin;
import io.airproof.report.ResultsReader;
import io.airproof.report.RunResult;
import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** {@code ./mvnw -Preport}: makes the pages again, from the files in {@code reports/} alone. */
class ReportPages {

    @Test
    void pagesAreMadeFromFiles() {
        Path results = results();
        assertThat(results)
                .as("results of an earlier run; run the features first, or name the file with -Dreport.results")
                .isRegularFile();
        System.out.println("Report: " + Site.write(results));
    }

    /**
     * With {@code -Dreport.pictures=true} also the pictures that the README shows, into {@code reports/}, wherever the
     * results are: a broken promise is a picture of another run than a kept one.
     */
    @Test
    void picturesAreTakenOfThePages() {
        Assumptions.assumeTrue(Boolean.getBoolean("report.pictures"), "no pictures were asked for");
        Path pages = Site.write(results()).resolveSibling("");
        RunResult run = ResultsReader.read(results());
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser()
                    .newPage(new Browser.NewPageOptions()
                            .setViewportSize(1000, 760)
                            .setColorScheme(ColorScheme.LIGHT));
            take(page, pages, Site.HOME, "home");
            take(page, pages, "trust.html", "trust");
            for (Status status : List.of(Status.PASSED, Status.FAILED)) {
                Optional<ScenarioResult> heard = run.with(status).stream()
                        .filter(one -> one.requirements().contains("DUB-049"))
                        .findFirst();
                if (heard.isPresent()) {
                    page.setViewportSize(1000, 1000);
                    take(page, pages, "scenario/" + Row.of(heard.get()).page(), status.word());
                }
            }
        }
    }

    private static Path results() {
        return Path.of(System.getProperty("report.results", ResultsPlugin.DEFAULT_FILE.toString()));
    }

    private static void take(Page page, Path pages, String name, String picture) {
        page.navigate(pages.resolve(name).toUri().toString());
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(ResultsPlugin.DEFAULT_FILE.resolveSibling("picture-" + picture + ".png")));
    }
}
