package io.airproof.steps.dubbing;

import io.airproof.run.Incident;
import io.airproof.run.Incidents;
import io.airproof.run.Interference;
import io.airproof.run.StsFaults;
import io.airproof.world.PublisherWorld;
import io.cucumber.java.en.Given;
import java.time.Duration;
import java.util.Set;

/** What the STS, or the line to it, does wrong. */
public final class StsConditionSteps {

    private final PublisherWorld publisher;

    public StsConditionSteps(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    private void put(Interference interference) {
        publisher.under(programme -> programme.with(interference));
    }

    private void at(int second, Incident.Action action, String name) {
        publisher.under(programme -> programme.with(new Incident(name, Duration.ofSeconds(second), action)));
    }

    @Given("the STS grants {int} fragment in flight")
    public void grants(int fragments) {
        put(StsFaults.grants(fragments));
    }

    @Given("every result comes {int} s late")
    public void comesLate(int seconds) {
        put(StsFaults.answersLate(Duration.ofSeconds(seconds)));
    }

    @Given("the result of fragment {fragments} comes {int} s late")
    public void comesLate(Set<Integer> fragments, int seconds) {
        put(StsFaults.answersLate(fragments, Duration.ofSeconds(seconds)));
    }

    @Given("the STS never answers")
    public void neverAnswers() {
        put(StsFaults.neverAnswers());
    }

    @Given("the STS never answers fragment(s) {fragments}")
    public void neverAnswers(Set<Integer> fragments) {
        put(StsFaults.neverAnswers(fragments));
    }

    @Given("the STS fails at fragment(s) {fragments}, and another try might help")
    public void failsForNow(Set<Integer> fragments) {
        put(StsFaults.fails(fragments, "MODEL_ERROR", true));
    }

    @Given("the STS fails at fragment(s) {fragments} for good")
    public void failsForGood(Set<Integer> fragments) {
        put(StsFaults.fails(fragments, "ASR_FAILED", false));
    }

    @Given("the STS refuses fragment(s) {fragments}")
    public void refuses(Set<Integer> fragments) {
        put(StsFaults.refuses(fragments, "MALFORMED_DATA", false));
    }

    @Given("the STS has forgotten the session when fragment {int} comes")
    public void forgets(int fragment) {
        put(StsFaults.refusesOnce(fragment, "STREAM_NOT_FOUND"));
    }

    @Given("the STS returns no dub for fragment(s) {fragments}")
    public void returnsNoDub(Set<Integer> fragments) {
        put(StsFaults.withoutDub(fragments));
    }

    @Given("the STS returns a dub for fragment(s) {fragments} that is no audio")
    public void returnsNoAudio(Set<Integer> fragments) {
        put(StsFaults.brokenDub(fragments));
    }

    @Given("the STS returns a dub for fragment(s) {fragments} that lasts {double} times as long")
    public void returnsAnotherLength(Set<Integer> fragments, double factor) {
        put(StsFaults.dubLength(fragments, factor));
    }

    @Given("the STS opens no session at the first try")
    public void opensNoSession() {
        put(StsFaults.neverReady(1));
    }

    @Given("the STS asks for a pause at {int} s")
    public void asksForAPause(int second) {
        at(second, Incidents.asks("pause"), "asks for a pause");
    }

    @Given("the STS lifts the pause at {int} s")
    public void liftsThePause(int second) {
        at(second, Incidents.asks("none"), "lifts the pause");
    }

    @Given("the STS asks at {int} s to slow down")
    public void asksToSlowDown(int second) {
        at(second, Incidents.asks("slow_down"), "asks to slow down");
    }

    @Given("the STS asks at {int} s to slow down by {int} ms")
    public void asksToSlowDown(int second, int millis) {
        at(second, Incidents.asksToSlowDown(Duration.ofMillis(millis)), "asks to slow down by " + millis + " ms");
    }

    @Given("the link to the STS is reset at {int} s, and all is well after it")
    public void isReset(int second) {
        at(second, Incidents.linkIsReset(), "link reset");
    }

    @Given("the STS goes away at {int} s for good")
    public void goesAway(int second) {
        at(second, Incidents.stsGoesAway(), "STS goes away");
    }

    @Given("the STS is not there until {int} s")
    public void isNotThereUntil(int second) {
        put(StsFaults.absent());
        at(second, Incidents.stsIsBack(), "STS is there");
    }

    @Given("the STS completes the session {int} s late")
    public void completesLate(int seconds) {
        put(StsFaults.completesLate(Duration.ofSeconds(seconds)));
    }
}
