package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Limit;
import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.StsDubWorld;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;

/** A dubbing STS from its start, and the length of its dubs. */
public final class StsDubSteps {

    /** Declared and decoded lengths may differ by 25 ms (contract 4.4), which is 1 % of the shortest sentence. */
    private static final double POINTS = 1;

    private final StsDubWorld dubs;
    private final Proof proof;

    public StsDubSteps(StsDubWorld dubs, Proof proof) {
        this.dubs = dubs;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @When("it starts, is asked for its health until it is well, and at once gets a fragment of speech")
    public void startsAndGetsSpeech() {
        dubs.startAndSend();
    }

    @Then("it says that it is starting, with status 503, until it is well")
    public void saysThatItIsStarting() {
        proof.claimed("answers while it starts", atLeast(1, "answers"), dubs.answersWhileStarting());
        proof.claimed("other answers", exactly(0, "answers"), dubs.otherAnswers());
    }

    @Then("the first fragment is dubbed")
    public void firstIsDubbed() {
        proof.observed("first fragment dubbed", exactly(1, "result"), dubs.firstDub());
    }

    @When("the client sends a sentence with pauses after it of {durations} ms")
    public void sendsWithPauses(List<Duration> pauses) {
        dubs.dubWithPauses(pauses);
    }

    @Then("at least one result is a success, at least one is partial, and at least one has failed")
    public void areOfEveryKind() {
        proof.observed("successes", atLeast(1, "results"), dubs.results("success"));
        proof.observed("partial results", atLeast(1, "results"), dubs.results("partial"));
        proof.observed("failures", atLeast(1, "results"), dubs.results("failed"));
    }

    @Then("every success is at most {int} % off the original length")
    public void successesFit(int percent) {
        proof.measured("success: length beside the original", atMost(percent, "%"), dubs.variance("success"));
    }

    @Then("every partial result is more than {int} and at most {int} % off, and says so")
    public void partialResultsNearlyFit(int above, int most) {
        proof.measured(
                "partial: length beside the original",
                Limit.between(Math.nextUp((double) above), most, "%", Limits.CATALOGUE),
                dubs.variance("partial"));
        proof.measured(
                "stated percentage beside the decoded",
                within(0, POINTS, "points"),
                dubs.statedBesideDecoded("partial"));
    }

    @Then("every failure has the code {string}, no dub, and is more than {int} % off")
    public void failuresDoNotFit(String code, int percent) {
        proof.observed("failed for its length", exactly(1, "result"), dubs.failedForTheirLength(code));
        proof.claimed(
                "failed: stated percentage",
                Limit.atLeast(Math.nextUp((double) percent), "%", Limits.CATALOGUE),
                dubs.statedOfFailed());
    }
}
