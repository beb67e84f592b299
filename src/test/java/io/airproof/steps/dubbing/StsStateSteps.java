package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.StsStateWorld;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** The states of a session, from its init to its end. */
public final class StsStateSteps {

    private final StsStateWorld state;
    private final Proof proof;

    public StsStateSteps(StsStateWorld state, Proof proof) {
        this.state = state;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @When("the client sends one fragment before it opens a stream and one after it has ended it")
    public void sendsWithoutSession() {
        state.sendWithoutSession();
    }

    @Then("each of them is refused once with {string}")
    public void areRefused(String code) {
        proof.observed("refusals before the init", exactly(1, "errors"), state.refusals(code, 0));
        proof.observed("refusals after the end", exactly(1, "errors"), state.refusals(code, 1));
    }

    @Then("none of them is acknowledged within {int} s")
    public void areNotAcknowledged(int seconds) {
        proof.observed("acknowledgements", exactly(0, "events"), state.acksWithin(Duration.ofSeconds(seconds)));
    }

    @When("the client sends 2 fragments, pauses, sends a third, resumes, and sends the third again")
    public void pausesAndResumes() {
        state.pauseAndResume();
    }

    @Then("the 2 accepted fragments are finished after the pause")
    public void areFinished() {
        proof.observed("results after the pause", exactly(2, "results"), state.resultsAfterPause());
    }

    @Then("the third is refused with {string} during the pause and answered after the resume")
    public void isRefusedAndThenAnswered(String code) {
        proof.observed("refusals during the pause", exactly(1, "errors"), state.refusals(code, 2));
        proof.observed("results after the resume", exactly(1, "results"), state.resultsAfterResume());
    }

    @When("the client sends {int} fragments, has {int} of them fail, and ends the stream right after the last")
    public void endsTheStream(int fragments, int failures) {
        state.endAfter(fragments, failures);
    }

    @Then("every fragment is answered before the stream is complete, {int} with success and {int} with failure")
    public void areAnsweredBeforeComplete(int successes, int failures) {
        proof.observed("unanswered at the end", atLeast(1, "results"), state.resultsBetweenEndAndComplete());
        proof.observed("successes", exactly(successes, "results"), state.results("success"));
        proof.observed("failures", exactly(failures, "results"), state.results("failed"));
        proof.observed("events after the completion", exactly(0, "events"), state.eventsAfterComplete());
    }

    @Then("the totals are {int} successes, {int} partial results and {int} failures of {int} fragments")
    public void addUp(int successes, int partial, int failures, int fragments) {
        proof.claimed("successes in the totals", exactly(successes, "fragments"), state.total("success_count"));
        proof.claimed("partial results in the totals", exactly(partial, "fragments"), state.total("partial_count"));
        proof.claimed("failures in the totals", exactly(failures, "fragments"), state.total("failed_count"));
        proof.claimed("fragments in the totals", exactly(fragments, "fragments"), state.total("total_fragments"));
    }

    @Then("the STS closes the connection {int} s later, within {double} s")
    public void isClosedAfter(int seconds, double tolerance) {
        proof.observed("completion to close", within(seconds, tolerance, "s"), state.completeToClose());
    }

    @When("the client opens a stream, leaves a fragment unanswered, opens it again and sends {int} fragments")
    public void opensTwice(int fragments) {
        state.openTwice(fragments);
    }

    @Then("the second session has an id of its own and takes numbers from 0")
    public void isFresh() {
        proof.observed("session ids", exactly(2, "ids"), state.sessionIds());
        proof.observed("refusals", exactly(0, "errors"), state.refused());
    }

    @Then("nothing is heard of the first session, and the totals count {int} fragments")
    public void forgetsTheFirst(int fragments) {
        proof.observed("results of the first session", exactly(0, "results"), state.resultsOfTheFirstSession());
        proof.observed("results of the second session", exactly(fragments, "results"), state.results("success"));
        proof.claimed("fragments in the totals", exactly(fragments, "fragments"), state.total("total_fragments"));
    }

    @When("the client asks to be disconnected after {int} ms")
    public void asksToBeDisconnected(int milliseconds) {
        state.askForDisconnect(Duration.ofMillis(milliseconds));
    }

    @Then("the connection is closed {int} ms after the acknowledgement, within {int} ms")
    public void isDisconnectedAfter(int milliseconds, int tolerance) {
        proof.observed("acknowledgement to close", within(milliseconds, tolerance, "ms"), state.announcementToClose());
    }
}
