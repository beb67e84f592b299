package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.Proof;
import io.airproof.world.SentenceWorld;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Everyday sentences at the STS. */
public final class SentenceSteps {

    private static final int DRAWN = 10;

    private final SentenceWorld sentences;
    private final Proof proof;

    public SentenceSteps(SentenceWorld sentences, Proof proof) {
        this.sentences = sentences;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @Given("ten everyday English sentences are drawn and spoken")
    public void areDrawn() {
        sentences.draw(DRAWN);
    }

    @When("the STS dubs each of them with its general vocabulary")
    public void areDubbed() {
        sentences.dubAll();
    }

    @Then("at most {int} % of their words are misunderstood")
    public void areUnderstood(int percent) {
        proof.observed("word errors", atMost(percent, "% of the words"), sentences.wordErrors());
    }

    @Then("every translation is the one that the translation engine gives for the transcript")
    public void areTranslated() {
        proof.observed("translations of the engine", exactly(1, "translations"), sentences.translationsOfTheEngine());
    }

    @Then("every dub of a sentence decodes and is speech")
    public void areSpoken() {
        proof.observed("dubs that are speech", exactly(1, "dubs"), sentences.dubsThatAreSpeech());
    }
}
