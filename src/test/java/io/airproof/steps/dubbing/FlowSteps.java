package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.world.FlowWorld;
import io.airproof.world.Proof;
import io.airproof.world.SegmentWorld;
import io.cucumber.java.en.Then;

/** How many fragments are on their way, and when they leave. */
public final class FlowSteps {

    private final FlowWorld flow;
    private final SegmentWorld segments;
    private final Proof proof;

    public FlowSteps(FlowWorld flow, SegmentWorld segments, Proof proof) {
        this.flow = flow;
        this.segments = segments;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("never more than {int} fragment(s) is/are unanswered")
    public void neverMoreThan(int fragments) {
        proof.observed("fragments unanswered", exactly(fragments, "fragments"), flow.mostInFlight());
    }

    @Then("the gauge of fragments in flight agrees at {int} scrapes or more, and is 0 at the end")
    public void theGaugeAgrees(int scrapes) {
        proof.claimed("gauge against the wire", exactly(0, "fragments"), flow.gaugeErrors());
        proof.claimed("scrapes compared", atLeast(scrapes, "scrapes"), flow.scrapesCompared());
        proof.claimed("gauge at the end", exactly(0, "fragments"), flow.gaugeAtTheEnd());
    }

    @Then("every fragment beyond the first {int} leaves at most {int} ms after the result that freed its place")
    public void leavesAtOnce(int places, int millis) {
        proof.observed("from a free place to the next fragment", atMost(millis, "ms"), flow.afterAFreePlace(places));
    }

    @Then("nothing is sent during the pause")
    public void nothingIsSentDuringThePause() {
        proof.observed(
                "fragments sent", exactly(0, "fragments"), flow.sentBetween("asks for a pause", "lifts the pause"));
    }

    @Then("every fragment leaves {int} to {int} ms after its last sound was published")
    public void leavesLater(int least, int most) {
        double middle = (least + most) / 2.0;
        proof.observed("from last sound to sending", within(middle, most - middle, "ms"), segments.cutLatencies());
    }

    @Then("the first fragment leaves {int} s within {int} s after the pause was asked for")
    public void theFirstFragmentLeaves(int seconds, int tolerance) {
        proof.observed("first fragment", within(seconds, tolerance, "s"), flow.firstSentAfter("asks for a pause"));
    }

    @Then("the counters of backpressure show what the STS has asked for, {int} events or more")
    public void backpressureIsCounted(int events) {
        proof.observed("events on the wire", atLeast(events, "events"), flow.backpressureEvents());
        proof.claimed("counters against the wire", exactly(0, "events"), flow.backpressureCountErrors());
    }

    @Then("every segment from the first that was sent to the last of the clip is sent, {int} or more")
    public void everySegmentIsSent(int least) {
        proof.observed("segments left out", exactly(0, "segments"), flow.segmentsLeftOut());
        proof.observed("fragments sent", atLeast(least, "fragments"), flow.fragmentsSent());
    }
}
