package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.OperatorWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What an operator asks and sees. */
public final class OperatorSteps {

    private final OperatorWorld operator;
    private final Proof proof;

    public OperatorSteps(OperatorWorld operator, Proof proof) {
        this.operator = operator;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @When("the operator asks MediaMTX, the media-service and the STS for their health")
    public void asksForHealth() {
        operator.askForHealth();
    }

    @Then("each answers with status {int} and the promised JSON within {int} s")
    public void eachAnswers(int status, int seconds) {
        proof.observed("HTTP status", exactly(status, "status"), operator.statuses());
        proof.observed("answers of the promised form", exactly(1, "answers"), operator.promisedForm());
        proof.observed("time to answer", atMost(seconds, "s"), operator.answerTimes());
    }

    @Then("the input path was ready and the worker running within {int} s of the start of the broadcast")
    public void inputReadyAndWorkerRunning(int seconds) {
        proof.observed("input path ready", atMost(seconds, "s"), operator.inputReady());
        proof.claimed("worker running", atMost(seconds, "s"), operator.workerRunning());
    }

    @Then("MediaMTX listed an RTMP reader of the input and an RTMP publisher of the output")
    public void listedRtmpReaderAndPublisher() {
        proof.observed("RTMP readers of the input", atLeast(1, "readers"), operator.rtmpReadersOfInput());
        proof.observed("other readers of the input", exactly(0, "readers"), operator.otherReadersOfInput());
        proof.observed("RTMP publishers of the output", exactly(1, "publishers"), operator.rtmpPublisherOfOutput());
    }
}
