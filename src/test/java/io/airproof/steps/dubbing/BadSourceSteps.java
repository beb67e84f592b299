package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.below;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.BadSourceWorld;
import io.airproof.world.HealthWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What becomes of a source that is not as it should be. */
public final class BadSourceSteps {

    private static final double MS_PER_S = 1000;

    private final BadSourceWorld source;
    private final HealthWorld health;
    private final Proof proof;

    public BadSourceSteps(BadSourceWorld source, HealthWorld health, Proof proof) {
        this.source = source;
        this.health = health;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("health tells of {string} at most {int} s after the input was ready")
    public void isToldAfterTheInput(String state, int seconds) {
        proof.claimed("told after the input", atMost(seconds, "s"), health.toldAfter(state, source.inputReady()));
    }

    @Then("one error of the kind {string} is counted")
    public void isCounted(String kind) {
        proof.claimed("errors, " + kind, exactly(1, "errors"), source.errors(kind));
    }

    @Then("the log of the media-service says that {string} needs {string} and {string}")
    public void theLogSays(String found, String picture, String sound) {
        proof.claimed(
                "lines that name " + found, atLeast(1, "lines"), source.linesNaming(List.of(found, picture, sound)));
    }

    @Then("nothing is published, and no session is left at the STS")
    public void nothingIsLeft() {
        proof.observed("outputs", exactly(0, "outputs"), source.outputs());
        proof.observed("connections left", exactly(0, "connections"), source.connectionsLeft());
    }

    @Then("at least {int} packets were damaged")
    public void wereDamaged(int packets) {
        proof.observed("packets damaged", atLeast(packets, "packets"), source.packetsChanged());
    }

    @Then("from {double} to {double} s the output is silent, at most {int} dBFS")
    public void isSilent(double from, double upTo, int level) {
        proof.measured("level", atMost(level, "dBFS"), source.level(seconds(from), seconds(upTo)));
    }

    @Then("in segments {fragments} sound and picture are less than {int} ms apart")
    public void areInSync(Set<Integer> segments, int limit) {
        proof.measured("sound against picture", below(limit, "ms"), source.offsets(segments));
    }

    @Then("no error is counted")
    public void noErrorIsCounted() {
        proof.claimed("errors", exactly(0, "errors"), source.errors());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MS_PER_S));
    }
}
