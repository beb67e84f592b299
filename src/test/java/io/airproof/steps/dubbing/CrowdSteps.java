package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.below;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.fixture.Clip;
import io.airproof.run.Incident;
import io.airproof.run.Incidents;
import io.airproof.run.Interference;
import io.airproof.run.Programme;
import io.airproof.run.StsFaults;
import io.airproof.run.StsProfile;
import io.airproof.world.CrowdWorld;
import io.airproof.world.Proof;
import io.airproof.world.PublisherWorld;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many programmes, and many viewers. */
public final class CrowdSteps {

    private final CrowdWorld crowd;
    private final PublisherWorld publisher;
    private final Proof proof;

    public CrowdSteps(CrowdWorld crowd, PublisherWorld publisher, Proof proof) {
        this.crowd = crowd;
        this.publisher = publisher;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    private static Programme oneOf(int number, int many, Clip clip) {
        return Programme.of(clip, StsProfile.TUNE).with(Interference.named("%d of %d at once".formatted(number, many)));
    }

    @Given("{int} programmes of the {clip} are published at the same time, each with tunes of its own")
    public void areOnAirTogether(int many, Clip clip) {
        crowd.publish(IntStream.rangeClosed(1, many)
                .mapToObj(number -> oneOf(number, many, clip))
                .toList());
    }

    @Given("{int} programmes of the {clip} are published at the same time, the first with an STS that never answers")
    public void areOnAirTogetherOneWithout(int many, Clip clip) {
        List<Programme> programmes = new ArrayList<>();
        programmes.add(oneOf(1, many, clip).with(StsFaults.neverAnswers()));
        IntStream.rangeClosed(2, many).forEach(number -> programmes.add(oneOf(number, many, clip)));
        crowd.publish(programmes);
    }

    @Given("{int} viewers tune in, one each second from {int} s on")
    public void tuneIn(int viewers, int from) {
        IntStream.range(0, viewers)
                .forEach(number -> publisher.under(programme -> programme.with(new Incident(
                        Incidents.VIEWER, Duration.ofSeconds((long) from + number), Incidents.viewerTunesIn()))));
    }

    @When("the programmes have ended")
    public void haveEnded() {
        crowd.broadcasts();
    }

    @Then("all of them were on air together for at least {int} s")
    public void wereTogether(int seconds) {
        proof.observed("on air together", atLeast(seconds, "s"), crowd.together());
    }

    @Then("each viewer hears the dubs of the own programme, with a correlation of at least {double}")
    public void hearTheirOwn(double correlation) {
        proof.measured("output against own dub", atLeast(correlation, "correlation"), crowd.ownDubs(0));
    }

    @Then("no viewer hears the dub of another programme, with a correlation of at most {double}")
    public void hearNoOther(double correlation) {
        proof.measured("output against foreign dub", atMost(correlation, "correlation"), crowd.foreignDubs());
    }

    @Then("in every further segment of all of them sound and picture are less than {int} ms apart")
    public void areInSync(int limit) {
        proof.measured("sound against picture", below(limit, "ms"), crowd.offsets());
    }

    @Then("no result comes for the first programme")
    public void theFirstHasNoResult() {
        proof.observed("results", exactly(0, "results"), crowd.resultsOfTheFirst());
    }

    @Then("the viewers of the others hear every dub, with a correlation of at least {double}")
    public void theOthersHearTheirDubs(double correlation) {
        proof.measured("output against own dub", atLeast(correlation, "correlation"), crowd.ownDubs(1));
    }

    @Then("the viewers of the others never wait more than {int} ms for a picture")
    public void theOthersNeverWait(int millis) {
        proof.measured("from picture to picture", atMost(millis, "ms"), crowd.longestGaps(1));
    }

    @Then("each of them has picture and sound at most {int} s after tuning in")
    public void hasPictureAndSound(int seconds) {
        proof.measured("tuning in to first picture", atMost(seconds, "s"), crowd.firstPictures());
        proof.measured("tuning in to first sound", atMost(seconds, "s"), crowd.firstSounds());
    }

    @Then("from then on none of them misses a frame, or waits more than {int} ms for one")
    public void missesNothing(int millis) {
        proof.measured("frames missed", exactly(0, "frames"), crowd.framesMissed());
        proof.measured("from picture to picture", atMost(millis, "ms"), crowd.viewersLongestGaps());
    }

    /** Makes room at the desk, however the scenario ended. */
    @After
    public void leave() {
        crowd.leave();
    }
}
