package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.StsTransportWorld;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** The connection under the session. */
public final class StsTransportSteps {

    private final StsTransportWorld transport;
    private final Proof proof;

    public StsTransportSteps(StsTransportWorld transport, Proof proof) {
        this.transport = transport;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @When("the client opens a stream and answers no ping")
    public void keepsSilent() {
        transport.keepSilent();
    }

    @Then("its connection is closed within {int} s")
    public void isClosedWithin(int seconds) {
        proof.observed("silence to close", atMost(seconds, "s"), transport.untilClosed());
    }

    @Then("its session is freed within {int} s of that")
    public void isFreedWithin(int seconds) {
        proof.claimed("sessions during the silence", exactly(1, "sessions"), transport.sessionsWhileSilent());
        proof.claimed("close to freed session", atMost(seconds, "s"), transport.untilFreed());
    }

    @When("the client tries a handshake by polling")
    public void polls() {
        transport.poll();
    }

    @Then("the handshake is refused with HTTP status {int}")
    public void isRefused(int status) {
        proof.observed("status of the polling handshake", exactly(status, ""), transport.pollingStatus());
    }

    @When("{int} clients open a stream, one more connects, and each of the {int} sends {int} fragments")
    public void oneTooMany(int limit, int same, int fragments) {
        transport.oneTooMany(limit, fragments);
    }

    @Then("the one is refused with {string} and {string}")
    public void isToldWhy(String reason, String code) {
        proof.observed("refused with the reason", exactly(1, "connection"), transport.refusedWith(reason, code));
    }

    @Then("each of the others gets {int} results")
    public void goOn(int results) {
        proof.observed("results of a session", exactly(results, "results"), transport.resultsOfEach());
    }

    @When("one client sends a message of {int} bytes, and then another a fragment")
    public void sendsAMessageOf(int bytes) {
        transport.sendAMessageOf(bytes);
    }

    @Then("the connection of the first is closed within {int} s")
    public void isClosedFor(int seconds) {
        proof.observed("message to close", atMost(seconds, "s"), transport.messageToClose());
    }

    @Then("the other is answered and stays connected")
    public void theOtherGoesOn() {
        proof.observed("results of the other", exactly(1, "results"), transport.resultsOfTheSecond());
        proof.observed("disconnects of the other", exactly(0, "events"), transport.disconnectsOfTheSecond());
    }
}
