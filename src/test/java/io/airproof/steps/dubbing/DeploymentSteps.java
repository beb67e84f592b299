package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.world.DeploymentWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What an operator does with the compose projects, and sees of them. */
public final class DeploymentSteps {

    private final DeploymentWorld deployment;
    private final Proof proof;

    public DeploymentSteps(DeploymentWorld deployment, Proof proof) {
        this.deployment = deployment;
        this.proof = proof;
    }

    @Given("the services run as two compose projects, the STS started first")
    public void runAsProjects() {
        deployment.requireProjects();
    }

    @When("the operator starts each compose project while the other does not run, and stops it")
    public void startsEachAlone() {
        deployment.startEachAlone();
    }

    @When("the 30 s counting clip is published on this and on a second deployment at the same time")
    public void playsOnBoth() {
        deployment.playOnBoth();
    }

    @When("the operator asks the engine for the health of every container")
    public void asksTheEngine() {
        deployment.requireProjects();
    }

    @Then("both compose files are valid and the ports of each project are open within {int} s")
    public void filesValidAndPortsOpen(int seconds) {
        proof.observed("valid compose files", exactly(1, "files"), deployment.validFiles());
        proof.observed("open ports", exactly(1, "ports"), deployment.openPorts());
        proof.observed("port open after the start", atMost(seconds, "s"), deployment.openAfter());
    }

    @Then("every container is healthy and was so within {int} s")
    public void healthyWithin(int seconds) {
        proof.observed("healthy containers", exactly(1, "containers"), deployment.healthy());
        proof.observed("healthy after the start", atMost(seconds, "s"), deployment.healthyAfter());
        proof.observed("STS not started first", exactly(0, "containers"), deployment.stsStartedLate());
    }

    @Then("the second deployment is open at RTSP 9554, RTMP 1936 and STS 4000 only, and dubs {int} fragments")
    public void movedPorts(int dubs) {
        proof.observed("moved ports that are open", exactly(1, "ports"), deployment.movedPortsOpen());
        proof.observed("default ports that are open", exactly(0, "ports"), deployment.defaultPortsOpen());
        proof.observed("dubs", exactly(dubs, "dubs"), deployment.dubsOfSecond());
    }

    @Then("its worker opens {int} session at the tap, and nothing else connects the two projects")
    public void sessionAtTheTap(int sessions) {
        proof.observed("sessions at the tap", exactly(sessions, "sessions"), deployment.sessionsAtTheTap());
        proof.observed("name of a neighbour resolves", exactly(1, "names"), deployment.neighbourResolves());
        proof.observed("name of the STS resolves", exactly(0, "names"), deployment.stsResolves());
        proof.observed("shared networks", exactly(0, "networks"), deployment.sharedNetworks());
    }

    @Then("no container, network, volume or open port of it is left {int} s after the stop")
    public void nothingLeft(int seconds) {
        proof.observed("left behind", exactly(0, "things"), deployment.left());
        proof.observed("gone after the stop", atMost(seconds, "s"), deployment.stopTook());
    }

    @Then("each dubs {int} fragments, for at least {int} s side by side, and names no stream of the other")
    public void sideBySide(int dubs, int seconds) {
        proof.observed("dubs", exactly(dubs, "dubs"), deployment.dubsOfBoth());
        proof.observed("side by side", atLeast(seconds, "s"), deployment.together());
        proof.observed("foreign stream ids", exactly(0, "ids"), deployment.foreignIds());
    }
}
