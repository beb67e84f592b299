package io.airproof.reference.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract 3.2: what health tells. */
class StatusTest {

    private final Status status = new Status();

    private String told() {
        StreamView view = status.view("stream", "es");
        return view.reason().map(reason -> view.state() + " " + reason).orElse(view.state());
    }

    private void connected() {
        status.sts(Status.Sts.CONNECTED, Optional.empty());
    }

    @Test
    void startsAndDubs() {
        assertThat(told()).isEqualTo("starting");
        connected();
        assertThat(told()).isEqualTo("dubbing");
    }

    @Test
    void tellsWhatTheStsSuffersFrom() {
        status.sts(Status.Sts.CONNECTING, Optional.of("sts_connecting"));
        assertThat(told()).isEqualTo("degraded sts_connecting");
        status.sts(Status.Sts.RECONNECTING, Optional.of("sts_reconnecting"));
        assertThat(told()).isEqualTo("degraded sts_reconnecting");
        status.sts(Status.Sts.FAILED, Optional.of("sts_unreachable"));
        assertThat(told()).isEqualTo("failed sts_unreachable");
        connected();
        assertThat(told()).isEqualTo("dubbing");
    }

    @Test
    void tellsOfBreakerAndBackpressure() {
        connected();
        status.paused(true);
        assertThat(told()).isEqualTo("degraded backpressure");
        status.breaker(CircuitBreaker.State.OPEN);
        assertThat(told()).isEqualTo("degraded breaker_open");
        status.breaker(CircuitBreaker.State.HALF_OPEN);
        assertThat(told()).isEqualTo("degraded breaker_open");
        status.breaker(CircuitBreaker.State.CLOSED);
        status.paused(false);
        assertThat(told()).isEqualTo("dubbing");
    }

    @Test
    void inputAndOutputComeBeforeTheSts() {
        status.sts(Status.Sts.RECONNECTING, Optional.of("sts_reconnecting"));
        status.outputTrouble("output_lost", false);
        assertThat(told()).isEqualTo("degraded output_lost");
        status.inputTrouble("source_lost", false);
        assertThat(told()).isEqualTo("degraded source_lost");
        status.outputTrouble("output_lost", true);
        assertThat(told()).isEqualTo("failed output_lost");
        status.inputTrouble("no_audio_track", true);
        assertThat(told()).isEqualTo("failed no_audio_track");
    }

    @Test
    void drainsUntilTheSourceIsBack() {
        connected();
        status.draining();
        assertThat(told()).isEqualTo("draining");
        status.inputWell();
        assertThat(told()).isEqualTo("dubbing");
    }

    @Test
    void sinceIsTheMomentOfTheLastChange() {
        connected();
        var since = status.view("stream", "es").since();
        connected();
        assertThat(status.view("stream", "es").since()).isEqualTo(since);
        assertThat(status.view("stream", "es").sts()).isEqualTo("connected");
    }
}
