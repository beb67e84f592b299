package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.HeardWordsWorld;
import io.airproof.world.Proof;
import io.airproof.world.SpeechWorld;
import io.cucumber.java.en.Then;

/** What is understood and said. */
public final class SpeechSteps {

    private static final int THIRTY = 30;

    private final SpeechWorld speech;
    private final HeardWordsWorld heard;
    private final Proof proof;

    public SpeechSteps(SpeechWorld speech, HeardWordsWorld heard, Proof proof) {
        this.speech = speech;
        this.heard = heard;
        this.proof = proof.suspecting(Suspect.STS);
    }

    @Then(
            "what is heard has at most {int} percentage points more word errors than the clean dub, and at most {int} % of the English words")
    public void theTranslationIsHeard(int points, int percent) {
        proof.measured(
                "word errors against the clean dub",
                atMost(points, "percentage points"),
                heard.wordErrorsAgainstCleanDub());
        proof.measured("English number words left", atMost(percent, "%"), heard.englishWordsLeft());
    }

    @Then("the transcripts give the words \"one\" to \"thirty\" in order, with at most {int} wrong and {int} too many")
    public void theTranscriptsCount(int wrong, int tooMany) {
        proof.observed("numbers right and in order", atLeast(THIRTY - wrong, "words"), speech.numbersRight(THIRTY));
        proof.observed("numbers too many", atMost(tooMany, "words"), speech.numbersTooMany(THIRTY));
        proof.observed(
                "numbers in their own fragment",
                atLeast(THIRTY - wrong, "words"),
                speech.numbersInTheirFragment(THIRTY));
    }

    @Then("every fragment has at least {int} English number words and at least {int} Spanish ones of the same values")
    public void numbersKeepTheirValue(int english, int spanish) {
        proof.observed("English number words", atLeast(english, "words"), speech.englishNumbers());
        proof.observed(
                "Spanish number words of equal value", atLeast(spanish, "words"), speech.spanishNumbersOfEqualValue());
        proof.observed(
                "Spanish number words of another value", exactly(0, "words"), speech.spanishNumbersOfOtherValue());
    }
}
