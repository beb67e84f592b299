package io.airproof.steps.dubbing;

import io.airproof.fixture.Clip;
import io.airproof.run.Programme;
import io.airproof.run.StsProfile;
import io.airproof.run.Weather;
import io.airproof.world.PublisherWorld;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** What the broadcaster does. */
public final class ProgrammeSteps {

    private final PublisherWorld publisher;

    public ProgrammeSteps(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    @Given("the {clip} is published")
    public void isPublished(Clip clip) {
        publisher.publish(Programme.of(clip, StsProfile.DUBBING));
    }

    @Given("the {clip} is published through the echo STS")
    public void isPublishedThroughTheEchoSts(Clip clip) {
        publisher.publish(Programme.of(clip, StsProfile.ECHO));
    }

    @Given("the {clip} is published through the tune STS")
    public void isPublishedThroughTheTuneSts(Clip clip) {
        publisher.publish(Programme.of(clip, StsProfile.TUNE));
    }

    @Given("the {clip} is published through the echo STS without a cue")
    public void isPublishedWithoutACue(Clip clip) {
        publisher.publish(Programme.of(clip, StsProfile.ECHO).uncued());
    }

    @Given("the {clip} is published through the echo STS, whose results come {int} to {int} ms late")
    public void isPublishedWithLateResults(Clip clip, int least, int most) {
        publisher.publish(Programme.of(clip, StsProfile.ECHO).with(Weather.lateResults(least, most)));
    }

    @When("the programme has ended")
    public void hasEnded() {
        publisher.broadcast();
    }

    /** Makes room at the desk, however the scenario ended. */
    @After
    public void leave() {
        publisher.leave();
    }
}
