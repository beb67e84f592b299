package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.below;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.world.FfprobeWorld;
import io.airproof.world.Proof;
import io.airproof.world.StreamForm;
import io.airproof.world.SyncWorld;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** What a viewer of the output sees and hears. */
public final class OutputSteps {

    private final FfprobeWorld ffprobe;
    private final SyncWorld sync;
    private final Proof proof;

    public OutputSteps(FfprobeWorld ffprobe, SyncWorld sync, Proof proof) {
        this.ffprobe = ffprobe;
        this.sync = sync;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("a {int} s reading of the output holds exactly one H.264 and one AAC stream")
    public void holdsOnePictureAndOneSound(int seconds) {
        Duration reading = Duration.ofSeconds(seconds);
        proof.measured("streams", exactly(2, "streams"), ffprobe.outputStreams(reading, StreamForm.ANY));
        proof.measured("H.264 streams", exactly(1, "streams"), ffprobe.outputStreams(reading, StreamForm.H264));
        proof.measured("AAC streams", exactly(1, "streams"), ffprobe.outputStreams(reading, StreamForm.AAC));
    }

    @Then("the output lasts {int} s within {double} s")
    public void lasts(int seconds, double tolerance) {
        proof.measured("length of the output", within(seconds, tolerance, "s"), ffprobe.outputLength());
    }

    @Then("in every segment the output sounds like the returned dub, with a correlation of at least {double}")
    public void soundsLikeTheDub(double correlation) {
        proof.measured("output against dub", atLeast(correlation, "correlation"), ffprobe.dubInOutput());
    }

    @Then("in no segment the output resembles the source, with a correlation of at most {double}")
    public void isNotTheSource(double correlation) {
        proof.measured("output against source", atMost(correlation, "correlation"), ffprobe.sourceInOutput());
    }

    @Then("at the start and end of every dubbed segment sound and picture are less than {int} ms apart")
    public void segmentsAreInSync(int limit) {
        proof.measured("sound against picture", below(limit, "ms"), sync.segmentOffsets());
    }

    @Then("at every flash and beep sound and picture are less than {int} ms apart")
    public void marksAreInSync(int limit) {
        proof.measured("sound against picture", below(limit, "ms"), sync.markOffsets());
        proof.measured("flashes without beep, beeps without flash", exactly(0, "marks"), sync.marksWithoutPartner());
        proof.measured("marks seen and heard", atLeast(59, "marks"), sync.marksFound());
    }
}
