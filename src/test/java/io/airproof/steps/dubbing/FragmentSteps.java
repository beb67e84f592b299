package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.MonitorWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;

/** What passes the wire between worker and STS. */
public final class FragmentSteps {

    private final MonitorWorld monitor;
    private final Proof proof;

    public FragmentSteps(MonitorWorld monitor, Proof proof) {
        this.monitor = monitor;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("{int} fragments are sent and {int} are dubbed within {int} s of publishing")
    public void areSentAndDubbed(int sent, int dubbed, int seconds) {
        proof.observed("fragments sent", exactly(sent, "fragments"), monitor.sent());
        proof.observed("fragments dubbed", exactly(dubbed, "fragments"), monitor.dubbed());
        proof.observed("time to the last result", atMost(seconds, "s"), monitor.timeToLastResult());
    }

    @Then("no fragment is refused, lost or dubbed twice")
    public void noneIsRefusedLostOrDubbedTwice() {
        proof.observed("error events", exactly(0, "events"), monitor.refused());
        proof.observed("fragments without result", exactly(0, "fragments"), monitor.lost());
        proof.observed("results too many", exactly(0, "results"), monitor.superfluous());
    }

    @Then("every result carries a dub, an English transcript and a Spanish text")
    public void everyResultIsComplete() {
        proof.observed("empty members of a result", exactly(0, "members"), monitor.emptyMembers());
    }

    @Then("every result has empty texts")
    public void everyTextIsEmpty() {
        proof.observed("length of transcript and translation", exactly(0, "characters"), monitor.textLengths());
    }

    @Then("every fragment is dubbed within {int} s")
    public void everyFragmentIsDubbedWithin(int seconds) {
        proof.observed("fragment to result", atMost(seconds, "s"), monitor.turnarounds());
    }

    @Then("every fragment is answered within {int} s")
    public void everyFragmentIsAnsweredWithin(int seconds) {
        proof.observed("fragment to result", atMost(seconds, "s"), monitor.turnarounds());
    }

    @Then("the output path is readable at most {int} s after the first dub was returned")
    public void theOutputIsReadable(int seconds) {
        proof.observed("first result to output ready", atMost(seconds, "s"), monitor.outputReadyAfterFirstResult());
    }

    @Then("the STS was ready for the stream within {int} s of the input path")
    public void theStsWasReady(int seconds) {
        proof.observed("input ready to stream:ready", atMost(seconds, "s"), monitor.sessionAfterInputReady());
    }
}
