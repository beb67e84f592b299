package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.StsClientWorld;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** The suite as a client of the STS. */
public final class StsConnectionSteps {

    private final StsClientWorld client;
    private final Proof proof;

    public StsConnectionSteps(StsClientWorld client, Proof proof) {
        this.client = client;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @When("a client connects to the STS {int} times over WebSocket")
    public void connectsRepeatedly(int times) {
        client.connectRepeatedly(times);
    }

    @Then("the median time from TCP open to Socket.IO connect is at most {int} ms")
    public void isConnectedWithin(int limit) {
        proof.observed("TCP open to Socket.IO connect", atMost(limit, "ms"), client.medianConnectTime());
    }

    @Given("a client is connected to the STS")
    public void isConnected() {
        client.connect();
    }

    @When("the client opens a stream")
    public void opensAStream() {
        client.openStream();
    }

    @Given("a client has opened a stream at the STS")
    public void hasOpenedAStream() {
        client.connect();
        client.openStream();
    }

    @Then("the STS answers within {int} s with a session id, the granted in-flight limit and its capabilities")
    public void answersWithASession(int seconds) {
        proof.observed("stream:init to stream:ready", atMost(seconds, "s"), client.timeToReady());
        proof.observed("members not as promised", exactly(0, "members"), client.readyViolations());
    }

    @When("the client sends one fragment of real speech")
    public void sendsSpeech() {
        client.sendSpeech();
    }

    @Then("the fragment is acknowledged as queued and answered by exactly one result")
    public void isAcknowledgedAndAnswered() {
        proof.observed("acknowledgements", exactly(1, "events"), client.acks());
        proof.observed("results", exactly(1, "events"), client.results());
    }

    @Then("the result keeps the fragment contract in every field")
    public void keepsTheContract() {
        proof.observed("members not as promised", exactly(0, "members"), client.contractViolations());
    }

    @Then("the result names the fragment, stream and number it was asked for")
    public void namesWhatItWasAskedFor() {
        proof.observed("members copied", exactly(3, "members"), client.membersCopied());
    }

    @Then("the dub decodes as \"m4a\" with the declared sample rate, channels and length within {int} ms")
    public void isTheAudioThatItDeclares(int tolerance) {
        proof.observed("MP4 of brand M4A, index first", exactly(1, "files"), client.dubIsM4a());
        proof.observed("sample rate beside the declared one", exactly(0, "Hz"), client.dubRateError());
        proof.observed("channels beside the declared ones", exactly(0, "channels"), client.dubChannelError());
        proof.observed("length beside the declared one", atMost(tolerance, "ms"), client.dubLengthError());
    }

    /** Hangs up whatever happened. */
    @After
    public void hangUp() {
        client.hangUp();
    }
}
