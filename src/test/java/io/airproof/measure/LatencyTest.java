package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void the_slowest_frame_counts() {
        assertThat(Latency.longest(
                        Map.of(0, T, 1, T.plusMillis(33), 2, T.plusMillis(67)),
                        Map.of(
                                0,
                                T.plusMillis(6_000),
                                1,
                                T.plusMillis(6_233),
                                2,
                                T.plusMillis(6_067),
                                9,
                                T.plusSeconds(99))))
                .isEqualTo(Reading.measured(new Latency(1, Duration.ofMillis(6_200))));
    }

    @Test
    void nothing_in_common_is_no_latency() {
        assertThat(Latency.longest(Map.of(0, T), Map.of(1, T))).isInstanceOf(Unmeasurable.class);
    }
}
