package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.world.BreakerWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;
import java.util.List;

/** The circuit breaker. */
public final class BreakerSteps {

    private static final List<String> CHANGES = List.of("closed", "open", "half_open", "open", "half_open", "closed");

    private final BreakerWorld breaker;
    private final Proof proof;

    public BreakerSteps(BreakerWorld breaker, Proof proof) {
        this.breaker = breaker;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("{int} fragments leave before the first pause in sending, which lasts at least {int} s")
    public void sendingPauses(int fragments, int seconds) {
        proof.observed("fragments before the pause", exactly(fragments, "fragments"), breaker.sentBeforeAPause());
        proof.observed("pause in sending", atLeast(seconds, "s"), breaker.firstPause());
    }

    @Then("one probe that fails leaves {int} to {int} s after the failure that opened the breaker")
    public void aProbeFails(int least, int most) {
        probe(0, "failed", least, most);
    }

    @Then("one probe that succeeds leaves {int} to {int} s after the failed one")
    public void aProbeSucceeds(int least, int most) {
        probe(1, "success", least, most);
    }

    @Then("one probe that succeeds leaves {int} to {int} s after the failure that opened the breaker")
    public void theFirstProbeSucceeds(int least, int most) {
        probe(0, "success", least, most);
    }

    private void probe(int number, String status, int least, int most) {
        double middle = (least + most) / 2.0;
        proof.observed("from the failure to the probe", within(middle, most - middle, "s"), breaker.probe(number));
        proof.observed("fragments until its answer", exactly(1, "fragments"), breaker.sentWithProbe(number));
        proof.observed("result is " + status, exactly(1, "results"), breaker.probeResult(number, status));
    }

    @Then(
            "gauge, health and log tell of the breaker as closed, open, half-open, open, half-open and closed, within 1 s")
    public void everyChangeIsTold() {
        proof.claimed("changes in health", exactly(0, "differences"), breaker.unexpectedInHealth(CHANGES));
        proof.claimed("gauge against health", exactly(0, "differences"), breaker.gaugeAgainstHealth());
        proof.claimed("values missing in the gauge", exactly(0, "values"), breaker.missingInGauge(List.of(0, 1, 2)));
        proof.claimed("log lines against health", exactly(0, "lines"), breaker.logAgainstHealth());
    }
}
