package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.world.MediaServerWorld;
import io.airproof.world.Proof;
import io.airproof.world.ReturnWorld;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** Between media-service and media server, and what a viewer gets who has to tune in again. */
public final class MediaServerSteps {

    private static final double PERCENT = 100;
    private static final String LOST = "source lost";

    private final MediaServerWorld mediaServer;
    private final ReturnWorld viewer;
    private final Proof proof;

    public MediaServerSteps(MediaServerWorld mediaServer, ReturnWorld viewer, Proof proof) {
        this.mediaServer = mediaServer;
        this.viewer = viewer;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("the output is labelled {string} where it is published, and in health")
    public void isLabelled(String language) {
        proof.observed("descriptions of the output", atLeast(1, "descriptions"), mediaServer.descriptions());
        proof.observed(
                "descriptions in other words",
                exactly(0, "descriptions"),
                mediaServer.descriptionsInOtherWords(language));
        proof.claimed("health in other words", exactly(0, "answers"), mediaServer.healthInOtherWords(language));
    }

    @Then(
            "the source is asked for {int} times, each time after twice the wait before, within {int} %, from {int} ms on")
    public void isAskedFor(int times, int percent, int first) {
        proof.observed("times asked for", exactly(times, "times"), mediaServer.pullsAfter(LOST));
        proof.observed(
                "wait against what is promised",
                within(1, percent / PERCENT, "times"),
                mediaServer.pullWaitsAfter(LOST, Duration.ofMillis(first)));
    }

    @Then("the media-service ends the session in order")
    public void endsTheSession() {
        proof.observed("sessions ended", exactly(1, "sessions"), mediaServer.sessionsEnded());
    }

    @Then("the first dub of what is sent then reaches the viewer at most {int} s after the return")
    public void theFirstDubReachesTheViewer(int seconds) {
        proof.measured("return to first dub", atMost(seconds, "s"), viewer.firstDubAfterTheBroadcaster());
    }

    @Then("pictures {int} wide reach the viewer at most {int} s after the change")
    public void picturesReachTheViewer(int width, int seconds) {
        proof.measured(
                "change to first picture", atMost(seconds, "s"), viewer.firstPictureAfter("another size", width));
    }

    @Then("dubbing goes on after it")
    public void dubbingGoesOn() {
        proof.measured("dubs heard after the change", atLeast(3, "dubs"), viewer.dubsHeardAfter("another size"));
    }
}
