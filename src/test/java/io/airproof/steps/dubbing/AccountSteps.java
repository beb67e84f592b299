package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.AccountWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;
import java.util.Map;
import java.util.Set;

/** The books of the media-service. */
public final class AccountSteps {

    private static final double MS_PER_S = 1000;

    private final AccountWorld account;
    private final Proof proof;

    public AccountSteps(AccountWorld account, Proof proof) {
        this.account = account;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then(
            "fragments sent are fragments answered, timed out and lost, and segments cut are segments published and dropped")
    public void theBooksAddUp() {
        proof.claimed("fragments unaccounted for", exactly(0, "fragments"), account.fragmentsUnaccounted());
        proof.claimed("segments unaccounted for", exactly(0, "segments"), account.segmentsUnaccounted());
        proof.claimed("originals unaccounted for", exactly(0, "segments"), account.fallbacksUnaccounted());
        proof.observed("fragments sent against the wire", exactly(0, "fragments"), account.sentAgainstTheWire());
    }

    @Then("the counters of fallbacks show as many segments as the viewer hears in the original, for these reasons")
    public void theFallbacksAreCounted(Map<String, Integer> reasons) {
        proof.measured("fallbacks against the ear", exactly(0, "segments"), account.fallbacksAgainstTheEar());
        reasons.forEach((reason, count) ->
                proof.claimed("fallbacks, " + reason, exactly(count, "segments"), account.fallbacks(reason)));
    }

    @Then(
            "every result is confirmed once within {int} s, as applied for fragment(s) {fragments} and as received for fragment(s) {fragments}")
    public void everyResultIsConfirmed(int seconds, Set<Integer> applied, Set<Integer> received) {
        proof.observed("wrong words, applied", exactly(0, "results"), account.wrongConfirmations(applied, "applied"));
        proof.observed(
                "wrong words, received", exactly(0, "results"), account.wrongConfirmations(received, "received"));
        proof.observed("time to confirm", atMost(seconds * MS_PER_S, "ms"), account.confirmationTimes(applied));
        proof.observed("time to confirm", atMost(seconds * MS_PER_S, "ms"), account.confirmationTimes(received));
    }
}
