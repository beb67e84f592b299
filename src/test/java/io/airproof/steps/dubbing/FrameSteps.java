package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.FrameWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;

/** The viewer's pictures, frame by frame. */
public final class FrameSteps {

    private final FrameWorld frames;
    private final Proof proof;

    public FrameSteps(FrameWorld frames, Proof proof) {
        this.frames = frames;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("every frame of the clip reaches the viewer unchanged, once and in order")
    public void everyFrameArrives() {
        proof.measured("frames lost", exactly(0, "frames"), frames.lost());
        proof.measured("frames altered", exactly(0, "frames"), frames.altered());
        proof.measured("frames repeated", exactly(0, "frames"), frames.repeated());
        proof.measured("frames out of order", exactly(0, "frames"), frames.reordered());
        proof.measured("pictures that are no frame", exactly(0, "pictures"), frames.foreign());
    }

    @Then("the first picture that the viewer sees is frame {int} of the clip")
    public void theFirstFrameIs(int number) {
        proof.measured("first frame", exactly(number, "frame"), frames.first());
    }

    @Then("the first picture that the viewer sees is at most frame {int} of the clip")
    public void theFirstFrameIsAtMost(int number) {
        proof.measured("first frame", atMost(number, "frame"), frames.first());
    }

    @Then("every time stamp of picture and sound follows the one before by half a frame to one and a half")
    public void timeStampsRiseSteadily() {
        proof.measured("irregular steps of picture", exactly(0, "steps"), frames.irregularPictures());
        proof.measured("irregular steps of sound", exactly(0, "steps"), frames.irregularSound());
    }

    @Then("no frame reaches the viewer more than {double} s and the slowest result after it was published")
    public void latencyBesidesTheSts(double seconds) {
        proof.measured("latency less slowest result", atMost(seconds, "s"), frames.latencyBesidesTheSts());
    }

    @Then("the viewer never waits more than {int} ms for a picture")
    public void theViewerNeverWaits(int limit) {
        proof.measured("from picture to picture", atMost(limit, "ms"), frames.longestArrivalGap());
    }

    @Then("no frame reaches the viewer more than {int} s after it was published")
    public void latency(int seconds) {
        proof.measured("latency", atMost(seconds, "s"), frames.longestLatency());
    }
}
