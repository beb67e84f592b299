package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.fixture.Clip;
import io.airproof.world.Proof;
import io.airproof.world.StsAnswerWorld;
import io.airproof.world.StsClientWorld;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What the STS makes of sounds that are not plain speech. */
public final class StsAnswerSteps {

    private final StsClientWorld client;
    private final StsAnswerWorld answer;
    private final Proof proof;

    public StsAnswerSteps(StsClientWorld client, StsAnswerWorld answer, Proof proof) {
        this.client = client;
        this.answer = answer;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @When("the client sends the {clip}")
    public void sends(Clip clip) {
        client.send(clip);
    }

    @Then("the result is a success with empty texts and a dub of at most {int} dBFS")
    public void isSilent(int level) {
        proof.observed("success", exactly(1, "result"), answer.successes());
        proof.observed("length of the texts", exactly(0, "characters"), answer.textLengths());
        proof.measured("level of the dub", atMost(level, "dBFS"), answer.dubLevel());
    }

    @Then("the result is a success in which at least {int} of the words of the {clip} are understood")
    public void isUnderstood(int words, Clip clip) {
        proof.observed("success", exactly(1, "result"), answer.successes());
        proof.observed("number words understood", atLeast(words, "words"), answer.numbersHeard(clip));
    }

    @Then("of each of the {int} voices of the {clip} at least {int} % of the words are understood")
    public void allAreUnderstood(int voices, Clip clip, int percent) {
        proof.observed("words of a voice understood", atLeast(percent, "%"), answer.shareOfEachVoice(clip, voices));
    }
}
