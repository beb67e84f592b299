package io.airproof.steps.dubbing;

import io.airproof.run.ServiceSettings;
import io.airproof.world.PublisherWorld;
import io.cucumber.java.en.Given;

/** With which settings the media-service runs (contract dubbing §2.4). */
public final class SettingSteps {

    private static final String MILLIS = "000";

    private final PublisherWorld publisher;

    public SettingSteps(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    @Given("the media-service waits up to {int} s for a result")
    public void waitsForAResult(int seconds) {
        publisher.setting("WORKER_STS_TIMEOUT_MS", seconds + MILLIS);
    }

    @Given("segments of {int} s")
    public void segmentsOf(int seconds) {
        publisher.setting("WORKER_SEGMENT_DURATION", Integer.toString(seconds));
    }

    @Given("a circuit breaker that rests for {int} s")
    public void breakerRests(int seconds) {
        publisher.setting("CIRCUIT_BREAKER_TIMEOUT", Integer.toString(seconds));
    }

    @Given("a pause limit of {int} s")
    public void pauseLimit(int seconds) {
        publisher.setting("WORKER_PAUSE_LIMIT_S", Integer.toString(seconds));
    }

    @Given("a first wait of {int} ms before the STS is tried again")
    public void firstWait(int millis) {
        publisher.setting("WORKER_RECONNECT_BASE_MS", Integer.toString(millis));
    }

    @Given("a grace period of {int} s")
    public void gracePeriod(int seconds) {
        publisher.setting("WORKER_GRACE_PERIOD_S", Integer.toString(seconds));
    }

    @Given("no STS is used")
    public void noStsIsUsed() {
        publisher.setting("SKIP_STS_CONNECTION", "true");
    }

    @Given("what the media-service asks of the media server is recorded")
    public void isRecorded() {
        publisher.relayed();
    }

    @Given("the STS is behind TLS, with a certificate that the media-service is told to trust")
    public void isBehindTls() {
        publisher.through(ServiceSettings.Door.TLS);
    }

    @Given("the STS is behind TLS, with a certificate that nobody knows")
    public void isBehindUnknownTls() {
        publisher.through(ServiceSettings.Door.UNKNOWN_TLS);
    }
}
