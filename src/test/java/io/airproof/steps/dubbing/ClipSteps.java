package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.fixture.Clip;
import io.airproof.world.FfprobeWorld;
import io.airproof.world.Proof;
import io.airproof.world.StreamForm;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** The clips as files. */
public final class ClipSteps {

    private final FfprobeWorld ffprobe;
    private final Proof proof;

    public ClipSteps(FfprobeWorld ffprobe, Proof proof) {
        this.ffprobe = ffprobe;
        this.proof = proof.suspecting(Suspect.SUITE);
    }

    @When("the {clip} is inspected")
    public void isInspected(Clip clip) {
        ffprobe.inspect(clip);
    }

    @Then("it lasts {int} s within {double} s, with H.264 of {int}×{int} at {int} fps and AAC of {int} kHz {channels}")
    public void hasPictureAndSound(
            int seconds, double tolerance, int width, int height, int frameRate, int kilohertz, int channels) {
        proof.measured("length", within(seconds, tolerance, "s"), ffprobe.clipLength());
        oneOfEach();
        proof.measured("width", exactly(width, "pixels"), ffprobe.clipWidth());
        proof.measured("height", exactly(height, "pixels"), ffprobe.clipHeight());
        proof.measured("frame rate", exactly(frameRate, "fps"), ffprobe.clipFrameRate());
        proof.measured("sample rate", exactly(kilohertz * 1000.0, "Hz"), ffprobe.clipSampleRate());
        proof.measured("channels", exactly(channels, "channels"), ffprobe.clipChannels());
    }

    @Then("it lasts between {int} s and {int} s, with H.264 and AAC of {double} kHz")
    public void hasLengthAndSound(int least, int most, double kilohertz) {
        proof.measured("length", within((least + most) / 2.0, (most - least) / 2.0, "s"), ffprobe.clipLength());
        oneOfEach();
        proof.measured("sample rate", exactly(kilohertz * 1000, "Hz"), ffprobe.clipSampleRate());
    }

    private void oneOfEach() {
        proof.measured("streams", exactly(2, "streams"), ffprobe.clipStreams(StreamForm.ANY));
        proof.measured("H.264 streams", exactly(1, "streams"), ffprobe.clipStreams(StreamForm.H264));
        proof.measured("AAC streams", exactly(1, "streams"), ffprobe.clipStreams(StreamForm.AAC));
    }
}
