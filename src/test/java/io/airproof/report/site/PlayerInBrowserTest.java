package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What there is to hear and see of a programme: it really plays. */
class PlayerInBrowserTest extends BrowserTest {
    private static final double SAME_PLACE_S = 0.15;

    @Test
    void theThreeSoundsPlayTogetherAndChangingBetweenThemMakesNoJump() throws IOException {
        go(MEDIA_PAGE);
        page().locator(".play").click();
        page().waitForCondition(() -> time("output") > 0.4);
        double before = time("output");
        page().locator("input[value=source]").check();
        assertThat(time("source")).isBetween(before - SAME_PLACE_S, before + 2 * SAME_PLACE_S + 0.5);
        assertThat(time("dub")).isCloseTo(time("source"), org.assertj.core.api.Assertions.within(SAME_PLACE_S));
        assertThat(muted()).containsExactly("dub", "output");
        double then = time("source");
        page().waitForCondition(() -> time("source") > then + 0.3);
        page().locator("input[value=dub]").check();
        assertThat(muted()).containsExactly("source", "output");
        page().locator(".play").click();
        assertThat((Boolean) page().evaluate("document.querySelector('audio[data-track=dub]').paused"))
                .isTrue();
        for (String track : List.of("source", "dub", "output")) {
            assertThat(decodedLevel(track)).as("level of the " + track).isGreaterThan(0.05);
        }
    }

    @Test
    void captionsFollowAndAFragmentIsHeardThreeTimes() {
        go(MEDIA_PAGE);
        assertThat(page().locator(".translation").textContent()).isEqualTo("uno, dos");
        page().locator(".seek").fill("7");
        page().locator(".seek").dispatchEvent("input");
        assertThat(page().locator(".transcript").textContent()).isEqualTo("three");
        assertThat(page().locator(".translation").textContent()).isEqualTo("<b>tres</b>");
        page().locator(".compare").nth(1).click();
        page().waitForCondition(() -> time("source") > 6.1);
        assertThat(muted()).containsExactly("dub", "output");
        page().evaluate("document.querySelectorAll('audio').forEach(one => { one.currentTime = 11.9; })");
        page().waitForCondition(() -> muted().equals(List.of("source", "output")));
        assertThat(time("dub")).isLessThan(8);
        assertThat(page().locator(".wave .border").count()).isEqualTo(6);
        assertThat(page().locator(".pictures img").count()).isEqualTo(1);
        assertThat(page().locator(".offsets .value").count()).isEqualTo(2);
    }

    @Test
    void theWireIsADiagramWithItsFaults() {
        go("programme/" + SampleShowcase.STREAM + ".html");
        assertThat(page().locator(".wire .message").count()).isEqualTo(3);
        assertThat(page().locator(".wire .fault").textContent()).contains("TIMEOUT made by the suite", "fault");
    }

    private double time(String track) {
        return number("document.querySelector('audio[data-track=" + track + "]').currentTime");
    }

    private List<String> muted() {
        Locator sounds = page().locator("audio");
        return Stream.iterate(0, i -> i + 1)
                .limit(sounds.count())
                .filter(i -> (Boolean) sounds.nth(i).evaluate("one => one.muted"))
                .map(i -> sounds.nth(i).getAttribute("data-track"))
                .toList();
    }

    /** The level that the browser decodes, 0 to 1. A page that is opened as a file may not read it from the element. */
    private double decodedLevel(String track) throws IOException {
        String bytes = Base64.getEncoder()
                .encodeToString(Files.readAllBytes(reports()
                        .resolve("evidence")
                        .resolve(SampleShowcase.STREAM)
                        .resolve(track + ".webm")));
        return ((Number) page().evaluate("""
                        async text => {
                          const bytes = Uint8Array.from(atob(text), one => one.charCodeAt(0));
                          const sound = await new OfflineAudioContext(1, 48000, 48000).decodeAudioData(bytes.buffer);
                          const samples = sound.getChannelData(0);
                          return Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
                        }""", bytes)).doubleValue();
    }
}
