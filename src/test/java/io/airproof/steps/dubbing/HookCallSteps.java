package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.fixture.Clip;
import io.airproof.world.HookCallWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What MediaMTX calls when a broadcaster comes and goes. */
public final class HookCallSteps {

    private final HookCallWorld hook;
    private final Proof proof;

    public HookCallSteps(HookCallWorld hook, Proof proof) {
        this.hook = hook;
        this.proof = proof.suspecting(Suspect.MEDIAMTX);
    }

    @Given("a MediaMTX whose hooks call the suite")
    public void callsTheSuite() {
        hook.callTheSuite();
    }

    @Given("a MediaMTX whose hooks nobody answers")
    public void callsNobody() {
        hook.callNobody();
    }

    @When("a broadcaster publishes the {clip} to it")
    public void publishes(Clip clip) {
        hook.publish(clip);
    }

    @Then("start and stop are told once each, at most {int} s after the path is available and gone")
    public void areTold(int seconds) {
        proof.observed("times told", exactly(1, "calls"), hook.timesTold());
        proof.observed("path to hook", atMost(seconds * 1000.0, "ms"), hook.timeToTell());
    }

    @Then("both name the path and the source as MediaMTX has them")
    public void nameThePath() {
        proof.observed("wrong members of the call", exactly(0, "members"), hook.wrongMembers());
    }

    @Then("{int} failed call is logged with its code, and no other")
    public void isLogged(int calls) {
        proof.claimed("failed calls in the log", exactly(calls, "calls"), hook.failuresLogged());
        proof.claimed("calls in the log", exactly(calls, "calls"), hook.callsLogged());
    }

    @Then("a viewer of the input gets pictures for {int} s, never {int} ms apart")
    public void getsPictures(int seconds, int millis) {
        proof.measured("time with pictures", atLeast(seconds, "s"), hook.viewedFor());
        proof.measured("longest time between pictures", Limits.below(millis, "ms"), hook.longestGap());
    }
}
