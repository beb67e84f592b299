package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.StsSequenceWorld;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** Numbers and ids of fragments, retries, simulated errors, and how large a fragment may be. */
public final class StsSequenceSteps {

    private static final int MS_PER_SECOND = 1000;

    private final StsSequenceWorld sequence;
    private final Proof proof;

    public StsSequenceSteps(StsSequenceWorld sequence, Proof proof) {
        this.sequence = sequence;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @When("the client sends the numbers 0, 2 and 3 on a session with a timeout of {int} s")
    public void leavesAGap(int seconds) {
        sequence.leaveAGap(seconds * MS_PER_SECOND);
    }

    @Then("one error names the missing number {int} within {int} s")
    public void namesTheMissing(int number, int seconds) {
        proof.observed("errors that name it", exactly(1, "errors"), sequence.errorsNaming(number));
        proof.observed("gap to error", atMost(seconds, "s"), sequence.gapToError());
    }

    @Then("the held results follow within {int} s")
    public void heldResultsFollow(int seconds) {
        proof.observed("error to held result", atMost(seconds, "s"), sequence.errorToHeldResults());
    }

    @When("the client sends a fragment id twice, then a number that is too far ahead, then a good fragment")
    public void repeatsAndLeaps() {
        sequence.repeatAndLeap();
    }

    @Then("the first two are each refused once with {string}, and the good one is answered")
    public void areRefused(String code) {
        proof.observed("refusals of the repeated id", exactly(1, "errors"), sequence.errors(code, 0));
        proof.observed("refusals of the far number", exactly(1, "errors"), sequence.errors(code, 1));
        proof.observed("results of the good one", exactly(1, "results"), sequence.results("success", 2));
    }

    @When("a fragment fails, the client sends it twice more, and then another")
    public void sendsAFailedOneAgain() {
        sequence.sendAFailedOneAgain();
    }

    @Then("the failed fragment is acknowledged and answered once more, and no third time")
    public void isAnsweredOnceMore() {
        proof.observed("acknowledgements", exactly(2, "events"), sequence.events("fragment:ack", 0));
        proof.observed("failures", exactly(1, "results"), sequence.results("failed", 0));
        proof.observed("successes", exactly(1, "results"), sequence.results("success", 0));
        proof.observed("results of the fragment after it", exactly(1, "results"), sequence.results("success", 1));
    }

    @When("a client asks for a {string} on number 1, and two clients send 3 fragments each")
    public void failsOneOfThree(String code) {
        sequence.failOneOfThree(code);
    }

    @Then("the results of the first client are success, {string} and success")
    public void failsTheChosenOne(String failure) {
        proof.observed(
                "results as asked", exactly(1, "result"), sequence.outcomes(0, List.of("success", failure, "success")));
    }

    @Then("those of the second are three successes")
    public void leavesTheOtherAlone() {
        proof.observed(
                "results of the other client",
                exactly(1, "result"),
                sequence.outcomes(1, List.of("success", "success", "success")));
    }

    @When("the client sends a fragment of {int} characters of audio, one of {int}, and one as usual")
    public void sendsLarge(int most, int tooMany) {
        sequence.sendLarge(most, tooMany);
    }

    @Then("the first is acknowledged and answered, the second refused with {string}, the third answered")
    public void takesNoMore(String code) {
        proof.observed("acknowledgements of the first", exactly(1, "events"), sequence.events("fragment:ack", 0));
        proof.observed("results of the first", exactly(1, "results"), sequence.results("success", 0));
        proof.observed("refusals of the second", exactly(1, "errors"), sequence.errors(code, 1));
        proof.observed("acknowledgements of the second", exactly(0, "events"), sequence.events("fragment:ack", 1));
        proof.observed("results of the third", exactly(1, "results"), sequence.results("success", 2));
    }
}
