package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.world.MetricsWorld;
import io.airproof.world.MonitorWorld;
import io.airproof.world.Proof;
import io.airproof.world.SegmentWorld;
import io.cucumber.java.en.Then;

/** How the source is cut into fragments. */
public final class SegmentSteps {

    private static final double SEGMENT_MS = 6000;

    private final SegmentWorld segments;
    private final MonitorWorld monitor;
    private final MetricsWorld metrics;
    private final Proof proof;

    public SegmentSteps(SegmentWorld segments, MonitorWorld monitor, MetricsWorld metrics, Proof proof) {
        this.segments = segments;
        this.monitor = monitor;
        this.metrics = metrics;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("every fragment but the last lasts 6 s within {int} ms")
    public void lasts(int tolerance) {
        proof.observed("length of a fragment", within(SEGMENT_MS, tolerance, "ms"), segments.lengths());
    }

    @Then("every fragment starts within {int} ms of its place on the grid of 6 s, as it says itself")
    public void starts(int tolerance) {
        proof.measured("start found in the published sound", atMost(tolerance, "ms"), segments.starts());
        proof.observed("start declared in pts_ns", atMost(tolerance, "ms"), segments.declaredStarts());
    }

    @Then("every fragment leaves at most {int} ms after its last sound was published")
    public void leavesInTime(int limit) {
        proof.observed("last sound published to fragment sent", atMost(limit, "ms"), segments.cutLatencies());
    }

    @Then(
            "the fragments hold the source, with a correlation of at least {double}, shifted by never more than {double} ms")
    public void holdTheSource(double correlation, double shift) {
        proof.measured("fragment against source", atLeast(correlation, "correlation"), segments.likeness());
        proof.measured("shift from one fragment to the next", atMost(shift, "ms"), segments.lagChanges());
    }

    @Then("every fragment keeps the fragment contract, with ids used once and numbers without a hole")
    public void keepTheContract() {
        proof.observed("broken rules of a fragment", exactly(0, "rules"), segments.faults());
        proof.observed("ids and numbers", exactly(0, "fragments"), segments.numbering());
    }

    @Then("every fragment is the audio that it declares, its length within {int} ms")
    public void isHonest(int tolerance) {
        proof.observed("rate against declaration", exactly(0, "Hz"), segments.rateErrors());
        proof.observed("channels against declaration", exactly(0, "channels"), segments.channelErrors());
        proof.observed("length against declaration", atMost(tolerance, "ms"), segments.lengthErrors());
    }

    @Then("{int} fragments are sent, the last of {double} to {double} s")
    public void areSent(int count, double shortest, double longest) {
        proof.observed("fragments sent", exactly(count, "fragments"), monitor.sent());
        proof.observed(
                "length of the last fragment",
                within((shortest + longest) / 2, (longest - shortest) / 2, "s"),
                segments.lastLength());
    }

    @Then("{int} fragments are sent")
    public void areSent(int count) {
        proof.observed("fragments sent", exactly(count, "fragments"), monitor.sent());
    }

    @Then("the metrics of audio and video segments both show {int}")
    public void countersAgree(int segmentsCut) {
        proof.claimed("audio segments", exactly(segmentsCut, "segments"), metrics.audioSegments());
        proof.claimed("video segments", exactly(segmentsCut, "segments"), metrics.videoSegments());
    }
}
