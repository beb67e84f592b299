package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.HookAnswerWorld;
import io.airproof.world.Proof;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What the media-service answers to hooks, and on its root page. */
public final class HookAnswerSteps {

    private final HookAnswerWorld answers;
    private final Proof proof;

    public HookAnswerSteps(HookAnswerWorld answers, Proof proof) {
        this.answers = answers;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Given("a media-service whose STS is not there")
    public void withoutSts() {
        answers.withoutSts();
    }

    @When("MediaMTX calls its hooks {int} times, ready and not-ready in turn")
    public void callsInTurn(int times) {
        answers.callInTurn(times);
    }

    @When(
            "while a stream is on air, MediaMTX calls ready again, not-ready for an unknown stream, and both for the output")
    public void callsWhileOnAir() {
        answers.callWhileOnAir();
    }

    @When("MediaMTX calls ready with these bodies")
    public void callsWith(DataTable bodies) {
        bodies.asMaps().forEach(row -> answers.callWith(row.getOrDefault("wrong", ""), row.getOrDefault("body", "")));
    }

    @Then("each call is answered within {int} s with the promised JSON")
    public void isAnswered(int seconds) {
        proof.observed("faults of the answer", exactly(0, "faults"), answers.faults());
        proof.observed("slowest answer", atMost(seconds, "s"), answers.slowestAnswer());
    }

    @Then("each is answered with worker_started, worker_stopped or skipped, as promised")
    public void isAnsweredAsPromised() {
        proof.observed("faults of the answer", exactly(0, "faults"), answers.faults());
    }

    @Then("one session was opened at the STS, by the one stream")
    public void oneSession() {
        proof.observed("sessions opened", exactly(1, "sessions"), answers.sessions());
        proof.observed("connections opened", exactly(1, "connections"), answers.connections());
    }

    @Then("each is refused with status {int}, naming what is wrong")
    public void isRefused(int status) {
        proof.observed("HTTP status", exactly(status, "status"), answers.statuses());
        proof.observed("faults of the answer", exactly(0, "faults"), answers.faults());
    }

    @Then("no stream is started and no session opened")
    public void nothingIsStarted() {
        proof.observed("connections opened", exactly(0, "connections"), answers.connections());
        proof.claimed("streams in health", exactly(0, "streams"), answers.streamsInHealth());
    }

    @When("the operator opens the root page of the media-service")
    public void opensTheRootPage() {
        answers.askForRoot();
    }

    @Then("it names the service, its version and its state, as promised")
    public void namesTheService() {
        proof.observed("HTTP status", exactly(200, "status"), answers.rootStatus());
        proof.observed("faults of the page", exactly(0, "faults"), answers.rootFaults());
    }
}
