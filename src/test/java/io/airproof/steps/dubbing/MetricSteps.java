package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.below;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.world.MetricsWorld;
import io.airproof.world.MonitorWorld;
import io.airproof.world.Proof;
import io.cucumber.java.en.Then;

/** What the media-service claims, held against what was seen. */
public final class MetricSteps {

    private final MetricsWorld metrics;
    private final MonitorWorld monitor;
    private final Proof proof;

    public MetricSteps(MetricsWorld metrics, MonitorWorld monitor, Proof proof) {
        this.metrics = metrics;
        this.monitor = monitor;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("the metrics are valid Prometheus text with every promised series of the stream")
    public void everySeriesIsThere() {
        proof.claimed("promised series missing", exactly(0, "series"), metrics.missingSeries());
    }

    @Then("the metric of audio segments shows {int}, as many as there were fragments on the wire")
    public void audioSegments(int segments) {
        proof.claimed("audio segments", exactly(segments, "segments"), metrics.audioSegments());
        proof.observed("fragments on the wire", exactly(segments, "fragments"), monitor.sent());
    }

    @Then(
            "no counter of fallbacks, drops, time-outs, losses, reconnects or errors has moved, and the STS refused nothing")
    public void nothingWentWrong() {
        proof.claimed("counted in the metrics", exactly(0, "events"), metrics.wrongs());
        proof.observed("error events on the wire", exactly(0, "events"), monitor.refused());
    }

    @Then("the sync metric, read each second, stays below {int} ms")
    public void theSyncMetricStaysBelow(int limit) {
        proof.claimed("sync metric", below(limit, "ms"), metrics.syncDeltas());
    }

    @Then("the sync metric is within {int} ms of the offset measured in the same segment")
    public void theSyncMetricIsTrue(int tolerance) {
        proof.measured("sync metric against measured offset", atMost(tolerance, "ms"), metrics.syncDeltaErrors());
    }
}
