package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;

import io.airproof.evidence.Suspect;
import io.airproof.run.Alteration;
import io.airproof.run.Incident;
import io.airproof.run.Incidents;
import io.airproof.world.GrowthWorld;
import io.airproof.world.Proof;
import io.airproof.world.PublisherWorld;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** What a long programme does to the media-service. */
public final class GrowthSteps {

    private static final String LOOK = "process is looked at";

    private final PublisherWorld publisher;
    private final GrowthWorld growth;
    private final Proof proof;

    public GrowthSteps(PublisherWorld publisher, GrowthWorld growth, Proof proof) {
        this.publisher = publisher;
        this.growth = growth;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Given("the source goes on for {int} rounds of its clip")
    public void goesOnFor(int rounds) {
        publisher.under(programme -> programme.with(Alteration.repeated(rounds)));
    }

    @Given("the process of a media-service that has nothing else to do is looked at after {int} and {int} s")
    public void isLookedAt(int first, int second) {
        // Any setting of its own makes it another service than the one that all share.
        publisher.setting("WORKER_GRACE_PERIOD_S", "1");
        for (int at : new int[] {first, second}) {
            publisher.under(programme ->
                    programme.with(new Incident(LOOK, Duration.ofSeconds(at), Incidents.processIsLookedAt())));
        }
    }

    @Then("its memory has grown by at most {int} MB, and its open files by at most {int}")
    public void hasNotGrown(int megabytes, int files) {
        proof.observed("growth of memory", atMost(megabytes, "MB"), growth.memory());
        proof.observed("growth of open files", atMost(files, "files"), growth.openFiles());
    }

    @Then("the viewer is at most {int} ms later in the last minute than in the first")
    public void isNotSlower(int millis) {
        proof.measured("last minute against first", atMost(millis, "ms"), growth.slowing());
    }
}
