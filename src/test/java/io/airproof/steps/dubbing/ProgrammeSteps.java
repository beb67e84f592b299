package io.airproof.steps.dubbing;

import io.airproof.fixture.Clip;
import io.airproof.run.Programme;
import io.airproof.run.StsProfile;
import io.airproof.world.PublisherWorld;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** What the broadcaster does. */
public final class ProgrammeSteps {

    private final PublisherWorld publisher;

    public ProgrammeSteps(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** A clip by the name that the features use. */
    @ParameterType("(?:30 s|60 s) (?:counting|marks) clip")
    public Clip clip(String name) {
        return Clip.labelled(name);
    }

    /** "mono" or "stereo". */
    @ParameterType("mono|stereo")
    public int channels(String word) {
        return word.equals("mono") ? 1 : 2;
    }

    @Given("the {clip} is published")
    public void isPublished(Clip clip) {
        publisher.publish(new Programme(clip, StsProfile.DUBBING));
    }

    @Given("the {clip} is published through the echo STS")
    public void isPublishedThroughTheEchoSts(Clip clip) {
        publisher.publish(new Programme(clip, StsProfile.ECHO));
    }

    @When("the programme has ended")
    public void hasEnded() {
        publisher.broadcast();
    }
}
