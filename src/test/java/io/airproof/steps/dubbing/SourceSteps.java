package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.SourceWorld;
import io.cucumber.java.en.Then;

/** How a programme begins and ends for the viewer. */
public final class SourceSteps {

    private final SourceWorld source;
    private final Proof proof;

    public SourceSteps(SourceWorld source, Proof proof) {
        this.source = source;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("the last frame that was published is the last that is shown")
    public void theLastFrameIsShown() {
        proof.measured("frames after the last one shown", exactly(0, "frames"), source.framesAfterTheLast());
    }

    @Then("the output path is gone at most {int} s after it")
    public void thePathIsGone(int seconds) {
        proof.observed("last picture to path gone", atMost(seconds, "s"), source.pathGoneAfterTheLastPacket());
    }

    @Then("the output path is published anew")
    public void isPublishedAnew() {
        proof.observed("times published", exactly(2, "times"), source.outputsPublished());
    }

    @Then("the output path is ready again at most {int} s after it was thrown out")
    public void isReadyAgain(int seconds) {
        proof.observed("thrown out to ready again", atMost(seconds, "s"), source.outputBackAfter("output thrown out"));
    }

    @Then("the output path is ready at most {int} s after the broadcaster started")
    public void isReadySoon(int seconds) {
        proof.observed("input ready to output ready", atMost(seconds, "s"), source.outputReadyAfterStart());
    }
}
