package io.airproof.reference.media.worker;

import static io.airproof.reference.media.worker.CircuitBreaker.State.CLOSED;
import static io.airproof.reference.media.worker.CircuitBreaker.State.HALF_OPEN;
import static io.airproof.reference.media.worker.CircuitBreaker.State.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Contract 6.2, transition by transition. */
class CircuitBreakerTest {

    private static final int THRESHOLD = 5;

    private final CircuitBreaker breaker = new CircuitBreaker(THRESHOLD);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failure("fragment");
        }
    }

    @Test
    void opensWithTheLastOfSoManyFailuresInARow() {
        fail(THRESHOLD - 1);
        assertThat(breaker.state()).isEqualTo(CLOSED);
        assertThat(breaker.admits()).isTrue();
        fail(1);
        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void aSuccessClearsTheCount() {
        fail(THRESHOLD - 1);
        breaker.success("fragment");
        fail(THRESHOLD - 1);
        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    @Test
    void whatSaysNothingNeitherCountsNorClears() {
        fail(THRESHOLD - 1);
        breaker.neutral("fragment");
        assertThat(breaker.state()).isEqualTo(CLOSED);
        fail(1);
        assertThat(breaker.state()).isEqualTo(OPEN);
    }

    @Test
    void lateAnswersDoNotMoveAnOpenBreaker() {
        fail(THRESHOLD);
        breaker.success("sent before");
        breaker.failure("sent before");
        assertThat(breaker.state()).isEqualTo(OPEN);
    }

    @Test
    void oneProbeDecides() {
        fail(THRESHOLD);
        breaker.coolDown();
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.admits()).isTrue();
        breaker.sent("probe");
        assertThat(breaker.admits()).as("a second fragment beside the probe").isFalse();
        breaker.success("sent before");
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        breaker.success("probe");
        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    @Test
    void aProbeThatFailsOpensAnew() {
        fail(THRESHOLD);
        breaker.coolDown();
        breaker.sent("probe");
        breaker.failure("probe");
        assertThat(breaker.state()).isEqualTo(OPEN);
        breaker.coolDown();
        breaker.sent("next probe");
        breaker.success("next probe");
        assertThat(breaker.state()).isEqualTo(CLOSED);
        fail(THRESHOLD - 1);
        assertThat(breaker.state()).as("the count begins anew").isEqualTo(CLOSED);
    }

    @Test
    void aProbeThatSaysNothingIsFollowedByAnother() {
        fail(THRESHOLD);
        breaker.coolDown();
        breaker.sent("probe");
        breaker.neutral("probe");
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void aNewSessionClosesIt() {
        fail(THRESHOLD);
        breaker.reset();
        assertThat(breaker.state()).isEqualTo(CLOSED);
        breaker.coolDown();
        assertThat(breaker.state()).isEqualTo(CLOSED);
    }
}
