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

    @Then("the output lasts {double} s within {double} s")
    public void lasts(double seconds, double tolerance) {
        proof.measured("length of the output", within(seconds, tolerance, "s"), ffprobe.outputLength());
    }

    @Then("in every segment the output sounds like the returned dub, with a correlation of at least {double}")
    public void soundsLikeTheDub(double correlation) {
        proof.measured("output against dub", atLeast(correlation, "correlation"), ffprobe.dubInOutput());
    }

    @Then(
            "in every segment with speech the output sounds like the returned dub, with a correlation of at least {double}")
    public void soundsLikeTheDubWhereSomebodySpeaks(double correlation) {
        proof.measured("output against dub", atLeast(correlation, "correlation"), ffprobe.spokenDubInOutput());
    }

    @Then("in no segment the output resembles the source, with a correlation of at most {double}")
    public void isNotTheSource(double correlation) {
        proof.measured("output against source", atMost(correlation, "correlation"), ffprobe.sourceInOutput());
    }

    @Then("every dub sounds within {int} ms of the place of its own segment")
    public void soundsAtItsPlace(int tolerance) {
        proof.measured("place of the dub", atMost(tolerance, "ms"), ffprobe.dubPlaces());
    }

    @Then("in every segment the output sounds like the source, with a correlation of at least {double}")
    public void soundsLikeTheSource(double correlation) {
        proof.measured("output against source", atLeast(correlation, "correlation"), ffprobe.sourceInOutput());
    }

    @Then("at {int} % of all flashes and beeps the sound is at most {int} ms early and {int} ms late")
    public void marksAreWithinBroadcastLimits(int percent, int early, int late) {
        proof.measured("marks within limits", atLeast(percent, "%"), sync.marksWithin(early, late));
    }

    @Then("the offset of sound and picture changes by at most {int} ms in a segment")
    public void theOffsetChangesInSmallSteps(int limit) {
        proof.measured("change of the offset in a segment", atMost(limit, "ms"), sync.offsetChanges());
    }

    @Then("the offset of sound and picture changes by at most {int} ms")
    public void theOffsetIsSteady(int limit) {
        proof.measured("change of the offset", atMost(limit, "ms"), sync.offsetRange());
    }

    @Then("the sound of the output has {int} Hz and {int} channels")
    public void keepsItsForm(int rate, int channels) {
        proof.measured("sample rate", exactly(rate, "Hz"), ffprobe.outputSampleRate());
        proof.measured("channels", exactly(channels, "channels"), ffprobe.outputChannels());
    }

    @Then("in the segments without speech the output is silent, at most {int} dBFS")
    public void isSilentWithoutSpeech(int level) {
        proof.measured("level without speech", atMost(level, "dBFS"), ffprobe.levelsWithoutSpeech());
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
