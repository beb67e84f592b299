package io.airproof.steps.dubbing;

import io.airproof.fixture.Clip;
import io.airproof.run.Alteration;
import io.airproof.run.Incident;
import io.airproof.run.Incidents;
import io.airproof.run.Intermission;
import io.airproof.world.ForeignCodec;
import io.airproof.world.PublisherWorld;
import io.cucumber.java.en.Given;
import java.time.Duration;

/** What is wrong with the broadcaster, the source, or the media server. */
public final class SourceConditionSteps {

    private final PublisherWorld publisher;

    public SourceConditionSteps(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    private void at(int second, Incident.Action action, String name) {
        publisher.under(programme -> programme.with(new Incident(name, Duration.ofSeconds(second), action)));
    }

    @Given("the media server throws out the output at {int} s")
    public void throwsOutTheOutput(int second) {
        at(second, Incidents.outputIsThrownOut(), "output thrown out");
    }

    @Given("the broadcaster is away at {int} s, for {int} s")
    public void isAway(int second, int seconds) {
        publisher.under(
                programme -> programme.with(new Intermission(Duration.ofSeconds(second), Duration.ofSeconds(seconds))));
    }

    @Given("the source has no sound")
    public void hasNoSound() {
        source(Alteration.withoutSound());
    }

    @Given("the source has no picture")
    public void hasNoPicture() {
        source(Alteration.withoutPicture());
    }

    @Given("one packet of sound in {int} is damaged")
    public void isDamaged(int oneIn) {
        source(Alteration.damagedSound(oneIn));
    }

    @Given("the sound of the source is away from {int} to {int} s")
    public void isSilent(int from, int upTo) {
        source(Alteration.silentFrom(Duration.ofSeconds(from), Duration.ofSeconds(upTo)));
    }

    @Given("the broadcaster stops after {int} ms")
    public void stopsAfter(int millis) {
        source(Alteration.first(Duration.ofMillis(millis)));
    }

    @Given("the source is lost to the media-service at {int} s, and nobody says so")
    public void isLost(int second) {
        publisher.relayed();
        at(second, Incidents.sourceIsLost(), "source lost");
    }

    @Given("the media server is killed at {int} s and started again")
    public void isKilled(int second) {
        at(second, Incidents.mediaServerRestarts(), "media server restarts");
    }

    @Given("at {int} s the pictures become those of the {clip}")
    public void becomeThoseOf(int second, Clip clip) {
        publisher.turnsInto(clip, Duration.ofSeconds(second));
        at(second, Incidents.nothing(), "another size");
    }

    @Given("the source is coded in {codec}")
    public void isCodedIn(ForeignCodec codec) {
        publisher.codedIn(codec);
    }

    private void source(Alteration wrong) {
        publisher.under(programme -> programme.with(wrong));
    }
}
