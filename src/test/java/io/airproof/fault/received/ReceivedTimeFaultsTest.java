package io.airproof.fault.received;

import static io.airproof.fault.received.ReceivedClip.arrivals;
import static io.airproof.fault.received.ReceivedClip.besideSound;
import static io.airproof.fault.received.ReceivedClip.bodies;
import static io.airproof.fault.received.ReceivedClip.sound;
import static io.airproof.fault.received.ReceivedClip.stamps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airproof.driver.ffmpeg.BundledFfmpeg;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.record.ArrivedTag;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivedTimeFaultsTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private final Ffmpeg ffmpeg = BundledFfmpeg.get();
    private final ReceivedFaults faults = new ReceivedFaults(ffmpeg);
    private final List<ArrivedTag> healthy = ReceivedClip.healthy(ffmpeg);
    private final int zero = (int) Received.zero(healthy).toMillis();

    @Test
    void shifted_sound_has_other_time_stamps_and_nothing_else() {
        for (int by : List.of(150, -150)) {
            List<ArrivedTag> damaged =
                    faults.audioShifted(Duration.ofMillis(by)).apply(healthy);

            assertThat(stamps(sound(damaged)))
                    .isEqualTo(stamps(sound(healthy)).stream().map(t -> t + by).toList());
            assertThat(besideSound(damaged)).isEqualTo(besideSound(healthy));
            assertThat(bodies(damaged)).isEqualTo(bodies(healthy));
            assertThat(arrivals(damaged)).isEqualTo(arrivals(healthy));
        }
    }

    @Test
    void drifting_sound_is_off_in_proportion_to_its_time() {
        List<ArrivedTag> damaged = faults.audioDrifting(20).apply(healthy);

        assertThat(stamps(sound(damaged)))
                .isEqualTo(stamps(sound(healthy)).stream()
                        .map(t -> t + (int) Math.round((t - zero) * 0.02))
                        .toList());
        assertThat(besideSound(damaged)).isEqualTo(besideSound(healthy));
        assertThat(bodies(damaged)).isEqualTo(bodies(healthy));
    }

    @Test
    void a_jump_moves_both_tracks_from_its_place_on_or_the_sound_alone() {
        Duration by = Duration.ofMillis(400);
        List<ArrivedTag> both = faults.timestampsJump(TWO_SECONDS, by).apply(healthy);
        assertThat(stamps(both))
                .isEqualTo(stamps(healthy).stream()
                        .map(t -> t >= zero + 2000 ? t + 400 : t)
                        .toList());
        assertThat(bodies(both)).isEqualTo(bodies(healthy));

        List<ArrivedTag> alone = faults.audioTimestampsJump(TWO_SECONDS, by).apply(healthy);
        assertThat(sound(alone)).isEqualTo(sound(both));
        assertThat(besideSound(alone)).isEqualTo(besideSound(healthy));
    }

    @Test
    void a_stall_delays_arrival_from_its_place_on_and_touches_no_packet() {
        List<ArrivedTag> damaged =
                faults.arrivalStalls(TWO_SECONDS, Duration.ofSeconds(3)).apply(healthy);

        assertThat(damaged.stream().map(ArrivedTag::tag))
                .isEqualTo(healthy.stream().map(ArrivedTag::tag).toList());
        List<Long> late = java.util.stream.IntStream.range(0, healthy.size())
                .mapToObj(i -> Duration.between(
                                healthy.get(i).arrivedAt(), damaged.get(i).arrivedAt())
                        .toMillis())
                .toList();
        int first = late.indexOf(3000L);
        assertThat(healthy.get(first).tag().timestampMs()).isBetween(zero + 2000, zero + 2040);
        assertThat(late.subList(0, first)).containsOnly(0L);
        assertThat(late.subList(first, late.size())).containsOnly(3000L);
    }

    @Test
    void a_place_beyond_the_end_is_refused() {
        Duration beyond = Duration.ofMinutes(1);
        for (ReceivedFault fault : List.of(
                faults.timestampsJump(beyond, TWO_SECONDS),
                faults.audioTimestampsJump(beyond, TWO_SECONDS),
                faults.arrivalStalls(beyond, TWO_SECONDS))) {
            assertThatThrownBy(() -> fault.apply(healthy)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
