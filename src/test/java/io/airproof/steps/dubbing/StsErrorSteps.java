package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.StsErrorWorld;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Messages with a fault, one row of a table each. */
public final class StsErrorSteps {

    private final StsErrorWorld errors;
    private final Proof proof;

    public StsErrorSteps(StsErrorWorld errors, Proof proof) {
        this.errors = errors;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @When("the client tries to open a stream with each of these faults")
    public void triesInits(DataTable faults) {
        errors.tryInits(faults.asMaps());
    }

    @Then("each try is refused with its code within {int} s")
    public void areRefused(int seconds) {
        proof.observed("refused with its code", exactly(1, "refusal"), errors.codes());
        proof.observed("init to refusal", atMost(seconds, "s"), errors.answerTimes());
    }

    @Then("the same connection can still open a stream")
    public void canTryAgain() {
        proof.observed("session after the refusals", exactly(1, "session"), errors.opensAfterAll());
    }

    @When("the client sends a fragment with each of these faults, and a good one after each")
    public void sendsFaultyFragments(DataTable faults) {
        errors.tryFragments(faults.asMaps());
    }

    @Then("each faulty fragment is answered with its code")
    public void areAnswered() {
        proof.observed("answered with its code", exactly(1, "answer"), errors.codes());
    }

    @Then("each good fragment succeeds")
    public void goesOn() {
        proof.observed("success after a fault", exactly(1, "result"), errors.successAfterwards());
    }

    @When("the client provokes each of these errors")
    public void provokes(DataTable table) {
        errors.provoke(table.asMaps());
    }

    @Then("every error has all eight members, as the table says")
    public void areAsInTheTable() {
        proof.observed("members not as promised", exactly(0, "members"), errors.deviations());
    }

    @Then("no two of them have the same id")
    public void haveFreshIds() {
        proof.observed("repeated ids", exactly(0, "ids"), errors.repeatedIds());
    }
}
