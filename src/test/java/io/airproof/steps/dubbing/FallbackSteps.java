package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.below;

import io.airproof.evidence.Suspect;
import io.airproof.world.FallbackWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;
import java.util.Set;

/** Which of the two a viewer hears: the dub or the original. */
public final class FallbackSteps {

    private static final String ORIGINAL = "output against source";
    private static final String DUB = "output against dub";
    private static final String UNIT = "correlation";

    private final FallbackWorld fallback;
    private final Proof proof;

    public FallbackSteps(FallbackWorld fallback, Proof proof) {
        this.fallback = fallback;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("in segment(s) {fragments} the viewer hears the original, with a correlation of at least {double}")
    public void hearsTheOriginal(Set<Integer> segments, double correlation) {
        proof.measured(ORIGINAL, atLeast(correlation, UNIT), fallback.originalIn(segments));
    }

    @Then("in every segment the viewer hears the original, with a correlation of at least {double}")
    public void hearsTheOriginal(double correlation) {
        proof.measured(ORIGINAL, atLeast(correlation, UNIT), fallback.originalEverywhere());
    }

    @Then("in segment(s) {fragments} the viewer does not hear the original, with a correlation of at most {double}")
    public void doesNotHearTheOriginal(Set<Integer> segments, double correlation) {
        proof.measured(ORIGINAL, atMost(correlation, UNIT), fallback.originalIn(segments));
    }

    @Then("in segment(s) {fragments} the viewer hears the dub, with a correlation of at least {double}")
    public void hearsTheDub(Set<Integer> segments, double correlation) {
        proof.measured(DUB, atLeast(correlation, UNIT), fallback.dubIn(segments));
    }

    @Then("in every segment the viewer hears the dub, with a correlation of at least {double}")
    public void hearsTheDub(double correlation) {
        proof.measured(DUB, atLeast(correlation, UNIT), fallback.dubEverywhere());
    }

    @Then("in segment(s) {fragments} the viewer never hears the late dub, with a correlation of at most {double}")
    public void neverHearsTheLateDub(Set<Integer> segments, double correlation) {
        proof.measured("output against late dub", atMost(correlation, UNIT), fallback.dubIn(segments));
    }

    @Then("the dub of segment(s) {fragments} sounds within {int} ms of its place")
    public void soundsAtItsPlace(Set<Integer> segments, int millis) {
        proof.measured("place of the dub", atMost(millis, "ms"), fallback.dubPlaces(segments));
    }

    @Then("the original is heard at its own level within {int} dB, less than {int} ms from its picture")
    public void isAtItsLevel(int tolerance, int offset) {
        proof.measured("level against source", atMost(tolerance, "dB"), fallback.levelAgainstSource());
        proof.measured("sound against picture", below(offset, "ms"), fallback.originalOffsets());
    }
}
