package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
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

    @Property(tries = 100)
    void the_slowest_of_any_is_found_to_the_nanosecond(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = -5_000_000, max = 9_000_000_000L) Long> nanos,
            @ForAll @IntRange(max = 5) int notSent,
            @ForAll long seed) {
        Map<Integer, Instant> sent = new HashMap<>();
        Map<Integer, Instant> arrived = new HashMap<>();
        for (int frame = 0; frame < nanos.size(); frame++) {
            sent.put(frame, T.plusNanos(frame * 33_333_333L));
            arrived.put(frame, T.plusNanos(frame * 33_333_333L + nanos.get(frame)));
        }
        for (int stranger = 0; stranger < notSent; stranger++) {
            arrived.put(1000 + stranger, T.plusSeconds(1000 + Math.floorMod(seed, 100)));
        }
        Latency longest = Latency.longest(sent, arrived).orElseThrow();
        assertThat(longest.value()).isEqualTo(Duration.ofNanos(Collections.max(nanos)));
        assertThat(nanos.get(longest.frame())).isEqualTo(Collections.max(nanos));
    }
}
