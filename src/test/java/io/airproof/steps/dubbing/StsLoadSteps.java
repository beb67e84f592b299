package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.StsLoadWorld;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** Much at once, and what the STS counts. */
public final class StsLoadSteps {

    private static final String REFUSED = "INVALID_SEQUENCE";

    private final StsLoadWorld load;
    private final Proof proof;

    public StsLoadSteps(StsLoadWorld load, Proof proof) {
        this.load = load;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @When("{int} clients send {int} fragments each, all at once")
    public void serves(int clients, int fragments) {
        load.serve(clients, fragments);
    }

    @Then("each gets {int} results in order within {int} s")
    public void areServed(int results, int seconds) {
        proof.observed("results of a session", exactly(results, "results"), load.results());
        proof.observed("results beside their place", exactly(0, "results"), load.outOfOrder());
        proof.observed("first fragment to last result", atMost(seconds, "s"), load.serviceTime());
    }

    @Then("no event of another client is heard")
    public void nothingIsMixed() {
        proof.observed("foreign events", exactly(0, "events"), load.foreignEvents());
    }

    @When("the client sends 11 fragments at once")
    public void overloads() {
        load.overload();
    }

    @Then("the client is told of the load within {int} ms of each change, in these words")
    public void isToldOfTheLoad(int millis, List<List<String>> words) {
        proof.observed("what was said of the load", exactly(0, "differences"), load.pressureUnlike(words));
        proof.observed("change to event", atMost(millis, "ms"), load.pressureLateness());
    }

    @Then("no event says {string}")
    public void isNotSaid(String event) {
        proof.observed("events", exactly(0, "events"), load.events(event));
    }

    @Then("one fragment is refused with {string}, and {int} are answered")
    public void oneIsRefused(String code, int results) {
        proof.observed("refusals", exactly(1, "errors"), load.errors(code));
        proof.observed("results", exactly(results, "results"), load.results());
    }

    @When("the client sends {int} fragments, of which every {int}th fails with {string}, and one that is refused")
    public void failSome(int fragments, int nth, String code) {
        load.failSome(fragments, nth, code);
    }

    @Then("each histogram of durations counts one observation for each answered fragment")
    public void areCountedOnce() {
        proof.claimed("results counted beside answered", exactly(0, "fragments"), load.countedBesideAnswered());
        proof.claimed("stages counted beside answered", exactly(0, "fragments"), load.stagesBesideAnswered());
    }

    @Then("the mean of each stage is that of the results within {int} ms")
    public void meansAreTrue(int tolerance) {
        proof.claimed(
                "stage in the metrics beside the results", within(0, tolerance, "ms"), load.stageMeansBesideResults());
    }

    @Then("{int} failures with {string} and {int} refusal are counted, as many as were provoked")
    public void errorsAreCounted(int failures, String code, int refusals) {
        proof.observed("failures provoked", exactly(failures, "fragments"), load.provoked(code));
        proof.observed("refusals provoked", exactly(refusals, "fragments"), load.provoked(REFUSED));
        proof.claimed(
                "errors counted beside provoked",
                exactly(0, "fragments"),
                load.errorsBesideProvoked(List.of(code, REFUSED)));
    }
}
