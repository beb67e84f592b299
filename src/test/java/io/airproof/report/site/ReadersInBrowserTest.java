package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The questions that readers come with are answered on the pages themselves, within few clicks. */
class ReadersInBrowserTest extends BrowserTest {

    /** One click. */
    @Test
    void aDeveloperLearnsWhyItIsRedAndWhereToLookFirst() {
        go("index.html");
        assertThat(page().locator(".causes li").first().textContent())
                .contains("DUB-005 is broken: time is 12 s", "look first: STS");
        page().locator(".causes a").first().click();

        assertThat(page().locator(".verdict").textContent()).contains("DUB-005 is broken");
        assertThat(page().locator(".failure pre").textContent()).contains("missed by 2 s", "look first: STS");
    }

    /** One click, after a search. */
    @Test
    void aProductOwnerLearnsWhetherAPromiseIsKeptAndHowSureThatIs() {
        go("index.html");
        assertThat(page().textContent(".sure")).contains("How sure is that?", "noticed 100.0 %");
        page().fill("#q", "DUB-003");
        assertThat(page().locator(".item:visible .promise").textContent()).contains("proven here", "DUB-003");
        page().locator(".item:visible .row a").first().click();

        assertThat(page().locator(".measure .figures").first().textContent()).contains("8.5 s", "kept by 1.5 s");
        assertThat(page().textContent(".assurance"))
                .contains("1 measured in the stream that a viewer receives")
                .contains("kept in 4 of the last 4 runs")
                .contains("the sound is 150 ms late");
    }

    @Test
    void thePastIsDrawnAndToldOfEachRun() {
        go("history.html");
        assertThat(page().locator(".lines li").first().textContent()).contains("no longer kept", "Broken");
        page().locator(".lines li:has-text('Kept') a").first().click();
        assertThat(page().locator(".trends .trend").count()).isEqualTo(2);
        assertThat(page().locator(".trends .value").count()).isEqualTo(8);
        page().locator("section[aria-labelledby=history] summary").click();
        assertThat(page().locator("section[aria-labelledby=history] tbody tr").count())
                .isEqualTo(4);
    }

    @Test
    void trustScaleAndTheRunAreShown() {
        go("trust.html");
        assertThat(page().textContent("#content"))
                .contains("1 faults: 100.0 % were noticed", "noticed, at the right place");
        go("scale.html");
        assertThat(page().textContent("#content"))
                .contains("4 programmes at once were carried", "3 frames lost", "and 1 more");
        assertThat(page().locator("#content .trend").count()).isEqualTo(5);
        assertThat(page().locator("#content .value.bad").count())
                .as("the offset beyond its limit")
                .isEqualTo(1);
        go("run.html");
        assertThat(page().locator(".timeline .bar").count()).isGreaterThanOrEqualTo(6);
    }
}
