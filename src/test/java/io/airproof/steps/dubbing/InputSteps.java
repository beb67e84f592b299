package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.fixture.Clip;
import io.airproof.world.BroadcasterWorld;
import io.airproof.world.InputWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** What broadcasters do at the door of the media server, and what can be seen of the input there. */
public final class InputSteps {

    private final InputWorld input;
    private final BroadcasterWorld broadcaster;
    private final Proof proof;

    public InputSteps(InputWorld input, BroadcasterWorld broadcaster, Proof proof) {
        this.input = input;
        this.broadcaster = broadcaster;
        this.proof = proof.suspecting(Suspect.MEDIAMTX);
    }

    @When("a broadcaster publishes the {clip}, and a viewer reads the input by RTSP")
    public void isViewed(Clip clip) {
        input.publishAndView(clip);
    }

    @Then("each of {int} frames or more reaches the viewer at most {int} ms after it was published")
    public void reachesTheViewer(int frames, int millis) {
        proof.measured("frames seen", atLeast(frames, "frames"), input.frames());
        proof.measured("published to seen", atMost(millis, "ms"), input.longestLatency());
    }

    @When("a broadcaster publishes the {clip}, and the operator asks API and metrics of MediaMTX {int} times each")
    public void isAskedFor(Clip clip, int times) {
        input.publishAndAsk(clip, times);
    }

    @Then("half of the answers come within {int} ms")
    public void comeWithin(int millis) {
        proof.observed("time to answer", atMost(millis, "ms"), input.medians());
    }

    @Then("they tell tracks, readers and bytes of the path, and the bytes rise")
    public void tellAll() {
        proof.observed("incomplete answers of the API", exactly(0, "answers"), input.incompletePaths());
        proof.observed("bytes received more than before", atLeast(1, "bytes"), input.bytesRisen());
        proof.observed("readers in the metrics", atLeast(1, "readers"), input.scrapedReaders());
    }

    @When("a broadcaster publishes the {clip} with the query {string}")
    public void hasAQuery(Clip clip, String query) {
        broadcaster.publishWith(clip, query);
    }

    @Then("the log of the media-service tells {string} and {string} of it, and no log has the secret")
    public void tellsOfIt(String one, String other) {
        proof.claimed("lines with " + one, atLeast(1, "lines"), broadcaster.linesWith(one));
        proof.claimed("lines with " + other, atLeast(1, "lines"), broadcaster.linesWith(other));
        proof.observed("lines with the secret", exactly(0, "lines"), broadcaster.linesWithTheSecret());
    }

    @When("a broadcaster starts {int} times with the {clip}, stops each time but the last, and {int} s more pass")
    public void comesAndGoes(int times, Clip clip, int seconds) {
        broadcaster.comeAndGo(times, clip, Duration.ofSeconds(seconds));
    }

    @Then("all starts were within {int} s, and one worker is left, with one session")
    public void oneIsLeft(int seconds) {
        proof.observed("first start to last", atMost(seconds, "s"), broadcaster.timeOfAllStarts());
        proof.observed("open sessions", exactly(1, "sessions"), broadcaster.openSessions());
        proof.observed("workers", exactly(1, "workers"), broadcaster.workers());
    }
}
