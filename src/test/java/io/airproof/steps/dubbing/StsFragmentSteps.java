package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.StsFragmentWorld;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Fragments that are under way at the same time. */
public final class StsFragmentSteps {

    private static final int IN_A_ROUND = 10;

    private final StsFragmentWorld fragments;
    private final Proof proof;

    public StsFragmentSteps(StsFragmentWorld fragments, Proof proof) {
        this.fragments = fragments;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @When("the client sends {int} fragments, ten in a row, of which the first {int} hold 6 s of speech")
    public void sendsWhileBusy(int count, int busy) {
        fragments.sendWhileBusy(count / IN_A_ROUND, busy);
    }

    @Then("95 % of the fragments are acknowledged within {int} ms")
    public void areAcknowledgedWithin(int limit) {
        proof.observed("fragment to acknowledgement", atMost(limit, "ms"), fragments.slowAck());
    }

    @Then("at least {int} of them while {int} others are unanswered")
    public void areAcknowledgedWhileBusy(int count, int others) {
        proof.observed("acknowledgements under load", atLeast(count, "events"), fragments.acksWhileBusy(others));
    }

    @When("the client sends {int} fragments of speech one by one")
    public void sendsOneByOne(int count) {
        fragments.sendOneByOne(count);
    }

    @Then("no stage took less than {int} ms, and all three together no longer than the whole")
    public void stagesAreTrue(int least) {
        proof.claimed("shortest stage", atLeast(least, "ms"), fragments.shortestStage());
        proof.claimed("stages beyond the whole", atMost(0, "ms"), fragments.stagesBeyondTotal());
    }

    @Then("the processing time is within {int} ms of what the client saw")
    public void totalIsTrue(int tolerance) {
        proof.observed("stated time beside the observed", atMost(tolerance, "ms"), fragments.totalBesideObserved());
    }

    @When("the client sends 6 s of speech and {int} pieces of half a second at once")
    public void sendsLongAndShort(int shorts) {
        fragments.sendLongAndShort(shorts);
    }

    @Then("{int} results come back in the order of their numbers, each for another fragment")
    public void comeInOrder(int count) {
        proof.observed("results beside their place", exactly(0, "results"), fragments.outOfOrder());
        proof.observed("results and fragments", exactly(count, "results"), fragments.resultsAndIds());
    }

    @Then("every later result is there within {int} ms of the first")
    public void comeSoonAfterTheFirst(int limit) {
        proof.observed("first result to each later one", atMost(limit, "ms"), fragments.afterTheFirst());
    }
}
