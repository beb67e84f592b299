package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody can read it: with a keyboard or a screen reader, on a phone, on paper, without colours or scripts. */
class AccessInBrowserTest extends BrowserTest {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** Of 255, between two pictures of marks in grey, on average. */
    private static final double UNLIKE = 8;

    @Test
    void aReaderWithoutScriptsReadsEverything() {
        BrowserContext plain = anyBrowser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page still = plain.newPage();
        still.navigate(reports().resolve("index.html").toUri().toString());
        assertThat(still.locator(".item:visible").count()).isEqualTo(150);
        still.navigate(reports().resolve(MEDIA_PAGE).toUri().toString());
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
        "trust.html, 390, light",
        "scale.html, 390, dark",
        "scale.html, 1200, light",
        "scenario/sample-01_samples.feature-43.html, 390, light",
        "history.html, 390, dark",
        "es/index.html, 390, light",
        "es/" + MEDIA_PAGE + ", 1200, light"
    })
    void nothingKeepsAReaderOut(String name, int width, String scheme) {
        page().setViewportSize(width, 800);
        page().emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(com.microsoft.playwright.options.ColorScheme.valueOf(
                        scheme.toUpperCase(java.util.Locale.ROOT))));
        go(name);
        requireSilence();
        List<String> findings = new AxeBuilder(page())
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
        forgetComplaints(); // the check itself asks for the style sheet by a request, which the page forbids
        assertThat(findings).isEmpty();
        assertThat(number("document.documentElement.scrollWidth"))
                .as("nothing is wider than the page")
                .isLessThanOrEqualTo(width);
    }

    @Test
    void eachStatusIsKnownByItsShapeWithoutColour() throws IOException {
        go("index.html");
        Map<String, BufferedImage> marks = new LinkedHashMap<>();
        for (String status :
                List.of("failed", "not-measured", "unstable", "known-defect", "proven", "not-run", "unspecified")) {
            byte[] picture =
                    page().locator(".chip .mark." + status + " svg").first().screenshot();
            marks.put(status, ImageIO.read(new ByteArrayInputStream(picture)));
        }
        marks.forEach((one, picture) -> marks.forEach((other, different) -> {
            if (!one.equals(other)) {
                assertThat(difference(picture, different))
                        .as("in grey: " + one + " and " + other)
                        .isGreaterThan(UNLIKE);
            }
        }));
    }

    @Test
    void whoHasAKeyboardAloneReachesTheFirstPromiseAndPlays() {
        go("index.html");
        page().keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Skip to the content");
        page().focus("#q");
        page().keyboard().type("DUB-003");
        page().locator(".item:visible .row a").first().focus();
        page().keyboard().press("Enter");
        page().waitForURL("**/" + MEDIA_PAGE);
        page().focus(".play");
        page().keyboard().press("Space");
        page().waitForCondition(() -> number("document.querySelector('audio[data-track=output]').currentTime") > 0.2);
        page().keyboard().press("Space");
        assertThat(page().textContent(".play")).isEqualTo("Play");
    }

    @Test
    void onPaperThereIsTheTextAndNothingToClick() {
        go("index.html");
        page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page().locator(".search").isVisible()).isFalse();
        assertThat(page().locator(".verdict").isVisible()).isTrue();
        assertThat(page().locator(".item:visible").count()).isEqualTo(150);
    }

    private String focused() {
        return String.valueOf(page().evaluate("document.activeElement.textContent"));
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        int width = Math.min(one.getWidth(), other.getWidth());
        int height = Math.min(one.getHeight(), other.getHeight());
        double sum = 0;
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                sum += Math.abs(grey(one.getRGB(x, y)) - grey(other.getRGB(x, y)));
            }
        }
        return sum / (width * height);
    }

    /** The weight that eyes give to red, green and blue (ITU-R BT.601). */
    private static double grey(int colour) {
        return 0.299 * (colour >> 16 & 0xff) + 0.587 * (colour >> 8 & 0xff) + 0.114 * (colour & 0xff);
    }
}
