package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.world.LogWorld;
import io.airproof.world.Proof;
import io.airproof.world.PublisherWorld;
import io.airproof.world.SegmentFileWorld;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** What the services write down: logs, and segment files if asked for. */
public final class RecordKeepingSteps {

    private final PublisherWorld publisher;
    private final LogWorld logs;
    private final SegmentFileWorld files;
    private final Proof proof;

    public RecordKeepingSteps(PublisherWorld publisher, LogWorld logs, SegmentFileWorld files, Proof proof) {
        this.publisher = publisher;
        this.logs = logs;
        this.files = files;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Given("segment files are kept")
    public void areKept() {
        publisher.setting("WORKER_KEEP_SEGMENTS", "true");
    }

    @Then("for every segment there is one file of its sound and one of its dub, and no other file")
    public void thereIsOneFile() {
        proof.observed("missing and surplus files", exactly(0, "files"), files.unexpectedFiles());
    }

    @Then("each file decodes to {int} s within {int} ms")
    public void decodes(int seconds, int millis) {
        proof.measured("decoded length", within(seconds, millis / 1000.0, "s"), files.lengths());
    }

    @Then("every line of the logs of media-service and STS is of the promised form, and names the stream it is about")
    public void namesItsStream() {
        proof.observed("lines about the stream", atLeast(5, "lines"), logs.linesAboutTheStream());
        proof.observed("lines of another form", exactly(0, "lines"), logs.linesOfAnotherForm());
        proof.observed("lines without their stream", exactly(0, "lines"), logs.linesWithoutTheirStream());
    }

    @Then("no line holds audio, a credential or a key")
    public void holdsNoSecret() {
        proof.observed("lines with audio", exactly(0, "lines"), logs.linesWithAudio());
        proof.observed("lines with credentials or keys", exactly(0, "lines"), logs.linesWithSecrets());
    }
}
