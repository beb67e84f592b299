package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.HearingWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** How the output sounds. */
public final class HearingSteps {

    private final HearingWorld hearing;
    private final Proof proof;

    public HearingSteps(HearingWorld hearing, Proof proof) {
        this.hearing = hearing;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @Then("in every dubbed segment the output is as loud as the source within {int} LU, with no peak above {int} dBTP")
    public void isAsLoud(int tolerance, int peak) {
        proof.measured("loudness against source", atMost(tolerance, "LU"), hearing.loudnessAgainstSource());
        proof.measured("true peak", atMost(peak, "dBTP"), hearing.truePeaks());
    }

    @Then("in every dubbed segment at most {int} dB of the original voice is left")
    public void theVoiceIsGone(int residual) {
        proof.suspecting(Suspect.MEDIA_SERVICE)
                .measured("original voice left", atMost(residual, "dB"), hearing.residuals());
    }

    @Then(
            "the tone sounds on without a silence of more than {int} ms or a click, steps at a join at most {double} times those around it")
    public void joinsAreInaudible(int silence, double ratio) {
        Proof media = proof.suspecting(Suspect.MEDIA_SERVICE);
        media.measured("silences", exactly(0, "silences"), hearing.silences(Duration.ofMillis(silence)));
        media.measured("clicks", exactly(0, "clicks"), hearing.clicks());
        media.measured("step at a join", atMost(ratio, "times"), hearing.joinSteps());
    }

    @Then("the offset of sound and picture drifts by at most {int} ms over the clip")
    public void theOffsetDoesNotDrift(int change) {
        proof.suspecting(Suspect.MEDIA_SERVICE)
                .measured("drift over the clip", atMost(change, "ms"), hearing.driftChange());
    }
}
