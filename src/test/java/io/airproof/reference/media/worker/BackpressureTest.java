package io.airproof.reference.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract 6.3; the times are seconds of a clock that the test keeps. */
class BackpressureTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Backpressure pressure = new Backpressure(LIMIT);

    private static long at(double seconds) {
        return Math.round(seconds * 1e9);
    }

    @Test
    void withoutPressureNothingWaits() {
        assertThat(pressure.left(at(0), at(0))).isZero();
    }

    @Test
    void slowDownDelaysBySoMuchAsIsRecommended() {
        pressure.slowDown(Optional.of(Duration.ofMillis(800)));
        assertThat(pressure.left(at(10), at(10))).isEqualTo(Duration.ofMillis(800));
        assertThat(pressure.left(at(10), at(10.5))).isEqualTo(Duration.ofMillis(300));
        assertThat(pressure.left(at(10), at(11))).isZero();
    }

    @Test
    void slowDownWithoutARecommendationDelaysByHalfASecond() {
        pressure.slowDown(Optional.empty());
        assertThat(pressure.left(at(10), at(10))).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aPauseLastsUntilAnotherAction() {
        pressure.pause(at(10));
        assertThat(pressure.isPaused(at(39))).isTrue();
        assertThat(pressure.left(at(0), at(39))).isEqualTo(Duration.ofSeconds(1));
        pressure.none();
        assertThat(pressure.isPaused(at(39))).isFalse();
        assertThat(pressure.left(at(0), at(39))).isZero();
    }

    @Test
    void aPauseThatIsNeverLiftedEndsByItself() {
        pressure.pause(at(10));
        assertThat(pressure.isPaused(at(40))).isFalse();
        assertThat(pressure.left(at(0), at(40))).isZero();
    }

    @Test
    void aRepeatedPauseBeginsAnew() {
        pressure.pause(at(10));
        pressure.pause(at(30));
        assertThat(pressure.isPaused(at(59))).isTrue();
    }

    @Test
    void slowDownEndsAPause() {
        pressure.pause(at(10));
        pressure.slowDown(Optional.empty());
        assertThat(pressure.isPaused(at(11))).isFalse();
    }
}
