package io.airproof.fault.received;

import static io.airproof.fault.received.ReceivedClip.RATE;
import static io.airproof.fault.received.ReceivedClip.arrivals;
import static io.airproof.fault.received.ReceivedClip.besideSound;
import static io.airproof.fault.received.ReceivedClip.stamps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.airproof.driver.ffmpeg.BundledFfmpeg;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.measure.Level;
import io.airproof.measure.Measured;
import io.airproof.measure.SoundFinder;
import io.airproof.measure.SoundMatch;
import io.airproof.media.FlvTag;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivedSoundFaultsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Ffmpeg ffmpeg = BundledFfmpeg.get();
    private final SoundDecoder decoder = new SoundDecoder(ffmpeg);
    private final ReceivedFaults faults = new ReceivedFaults(ffmpeg);
    private final List<ArrivedTag> healthy = ReceivedClip.healthy(ffmpeg);
    private final Sound before = decoded(healthy);

    @Test
    void sound_that_is_not_changed_is_found_at_its_place_with_all_else_as_it_was() {
        List<ArrivedTag> coded = faults.sound(sound -> sound).apply(healthy);

        assertThat(besideSound(coded)).isEqualTo(besideSound(healthy));
        assertThat(stamps(coded)).isEqualTo(stamps(healthy));
        assertThat(arrivals(coded)).isEqualTo(arrivals(healthy));
        Sound after = decoded(coded);
        assertThat(after.samples()).hasSameSizeAs(before.samples());
        for (int ms : List.of(200, 1500, 3000)) {
            SoundMatch match = found(part(before, ms, ms + 500), after);
            assertThat(match.at()).isBetween(at(ms).minusMillis(1), at(ms).plusMillis(1));
            assertThat(match.correlation()).isGreaterThan(0.99);
        }
    }

    @Test
    void sound_at_48_kHz_keeps_its_place_and_rate_too() {
        List<ArrivedTag> other = ReceivedClip.healthy(ffmpeg, 48_000, 0);
        Sound after = decoded(faults.sound(sound -> sound).apply(other));

        assertThat(after.sampleRate()).isEqualTo(48_000);
        Sound needle = part(decoded(other), 1500, 2000);
        assertThat(found(needle, after).at())
                .isBetween(needle.start().minusMillis(1), needle.start().plusMillis(1));
    }

    @Test
    void a_hole_between_packets_stays_where_it_is() {
        List<ArrivedTag> holed =
                faults.audioPacketsLost(SECOND, Duration.ofMillis(200)).apply(healthy);
        Sound after = decoded(faults.sound(sound -> sound).apply(holed));

        assertThat(found(part(before, 2000, 2500), after).at()).isBetween(at(1999), at(2001));
        assertThat(level(after, 1050, 1150)).isLessThan(-90);
    }

    @Test
    void both_channels_survive() {
        Sound right = new Sound(channels(faults.sound(sound -> sound)).samples().get(1), RATE, Duration.ZERO);
        Sound rightBefore = new Sound(channels(received -> received).samples().get(1), RATE, Duration.ZERO);

        assertThat(found(rightBefore.slice(SECOND, SECOND.multipliedBy(2)), right)
                        .correlation())
                .isGreaterThan(0.99);
    }

    @Test
    void a_change_gets_stream_time_and_sound_of_another_rate_is_refused() {
        faults.sound(sound -> {
                    assertThat(sound.start()).isEqualTo(before.start().minus(Received.zero(healthy)));
                    return sound;
                })
                .apply(healthy);
        ReceivedFault slower = faults.sound(sound -> new Sound(sound.samples(), 16_000, sound.start()));
        assertThatThrownBy(() -> slower.apply(healthy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16000");
    }

    @Test
    void content_can_come_later_than_its_time_stamps_say() {
        Sound after =
                damaged(faults.sound(sound -> sound.startingAt(sound.start().plusMillis(150))));

        assertThat(found(part(before, 1000, 1500), after).at())
                .isBetween(at(1000).plusMillis(149), at(1000).plusMillis(151));
    }

    @Test
    void a_gap_is_silent_and_alone() {
        Sound after = damaged(faults.gap(SECOND, Duration.ofMillis(30)));

        assertThat(level(after, 1005, 1025)).isLessThan(level(before, 1005, 1025) - 25);
        unchangedBefore(after, 950);
        unchangedAfter(after, 1080);
    }

    @Test
    void a_muted_part_is_silent_and_alone() {
        Sound after = damaged(faults.muted(SECOND, Duration.ofMillis(500)));

        assertThat(level(after, 1050, 1450)).isLessThan(-90);
        unchangedBefore(after, 950);
        unchangedAfter(after, 1560);
    }

    @Test
    void a_click_is_loud_and_short() {
        Sound after = damaged(faults.click(SECOND));

        assertThat(peak(part(after, 998, 1004))).isGreaterThan(0.7);
        assertThat(peak(part(after, 0, 950))).isLessThan(0.3);
        unchangedBefore(after, 950);
        unchangedAfter(after, 1060);
    }

    @Test
    void overload_flattens_and_attenuation_lowers() {
        Sound clipped = damaged(faults.clipped(24));
        assertThat(level(clipped, 500, 3500)).isGreaterThan(level(before, 500, 3500) + 10);
        assertThat(found(part(before, 1000, 1500), clipped).correlation()).isLessThan(0.95);

        Sound quieter = damaged(faults.quieter(12));
        assertThat(level(quieter, 500, 3500)).isCloseTo(level(before, 500, 3500) - 12, within(0.2));
        assertThat(found(part(before, 1000, 1500), quieter).correlation()).isGreaterThan(0.99);
    }

    @Test
    void another_sound_lies_under_the_old_one_at_its_level() {
        Sound other = tone(RATE / 2, 3000);
        Sound after = damaged(faults.mixedUnder(other, SECOND, -20));

        Sound added = minus(after, before);
        assertThat(level(added, 1100, 1400)).isCloseTo(Level.rmsDbfs(other) - 20, within(1.0));
        unchangedBefore(after, 950);
        unchangedAfter(after, 1560);
    }

    @Test
    void a_replaced_segment_is_the_other_sound() {
        Sound other = new Sound(part(before, 3000, 3500).samples(), RATE, Duration.ZERO);
        Sound after = damaged(faults.segmentReplaced(SECOND, other));

        assertThat(found(other.slice(Duration.ZERO, Duration.ofMillis(500)), after.slice(at(900), at(1600)))
                        .at())
                .isBetween(at(999), at(1001));
        unchangedBefore(after, 950);
        unchangedAfter(after, 1560);
    }

    @Test
    void swapped_segments_are_found_at_the_place_of_each_other() {
        Sound after = damaged(faults.segmentsSwapped(SECOND, Duration.ofSeconds(2), Duration.ofMillis(500)));

        assertThat(found(part(before, 1050, 1450), after).at()).isBetween(at(2049), at(2051));
        assertThat(found(part(before, 2050, 2450), after).at()).isBetween(at(1049), at(1051));
        unchangedBefore(after, 950);
        unchangedAfter(after, 2560);
        assertThatThrownBy(() -> faults.segmentsSwapped(SECOND, SECOND.plusMillis(100), SECOND))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void turned_polarity_is_the_same_sound_against_itself() {
        Sound after = damaged(faults.invertedPolarity());

        assertThat(found(part(before.inverted(), 1000, 1500), after).correlation())
                .isGreaterThan(0.99);
        assertThat(found(part(before.inverted(), 1000, 1500), after).at()).isBetween(at(999), at(1001));
    }

    @Test
    void mono_is_one_channel_of_the_same_sound() {
        List<ArrivedTag> damaged = faults.mono().apply(healthy);

        assertThat(channels(received -> damaged).count()).isEqualTo(1);
        assertThat(channels(received -> received).count()).isEqualTo(2);
        assertThat(stamps(damaged)).isEqualTo(stamps(healthy));
        SoundMatch match = found(part(before, 1000, 1500), decoded(damaged));
        assertThat(match.at()).isBetween(at(999), at(1001));
        assertThat(match.correlation()).isGreaterThan(0.99);
    }

    @Test
    void a_change_outside_of_the_sound_is_refused() {
        ReceivedFault fault = faults.gap(Duration.ofMinutes(1), SECOND);
        assertThatThrownBy(() -> fault.apply(healthy)).isInstanceOf(IllegalArgumentException.class);
    }

    private Sound damaged(ReceivedFault fault) {
        List<ArrivedTag> result = fault.apply(healthy);
        assertThat(besideSound(result)).isEqualTo(besideSound(healthy));
        assertThat(stamps(result)).isEqualTo(stamps(healthy));
        return decoded(result);
    }

    private Sound decoded(List<ArrivedTag> received) {
        return decoder.decodeFlv(tags(received));
    }

    private Channels channels(ReceivedFault fault) {
        return new SoundRecoder(ffmpeg).decoded(fault.apply(healthy));
    }

    private static List<FlvTag> tags(List<ArrivedTag> received) {
        return received.stream().map(ArrivedTag::tag).toList();
    }

    /** A stream time as stamped. */
    private Duration at(int ms) {
        return Received.zero(healthy).plusMillis(ms);
    }

    private Sound part(Sound sound, int fromMs, int toMs) {
        return sound.slice(at(fromMs), at(toMs));
    }

    private double level(Sound sound, int fromMs, int toMs) {
        return Level.rmsDbfs(part(sound, fromMs, toMs));
    }

    private static double peak(Sound sound) {
        double peak = 0;
        for (float sample : sound.samples()) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private void unchangedBefore(Sound after, int ms) {
        assertThat(level(minus(after, before), 100, ms)).isLessThan(level(before, 100, ms) - 20);
    }

    private void unchangedAfter(Sound after, int ms) {
        assertThat(level(minus(after, before), ms, 3800)).isLessThan(level(before, ms, 3800) - 20);
    }

    private static SoundMatch found(Sound needle, Sound haystack) {
        if (SoundFinder.find(needle, haystack, haystack.start(), haystack.end()) instanceof Measured<SoundMatch> one) {
            return one.value();
        }
        throw new AssertionError("it cannot be found");
    }

    private static Sound minus(Sound a, Sound b) {
        float[] samples = a.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] -= b.samples()[i];
        }
        return new Sound(samples, a.sampleRate(), a.start());
    }

    /** Half a second at half of the clip's rate, so that it must be resampled. */
    private static Sound tone(int rate, double hertz) {
        float[] samples = new float[rate / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Sound(samples, rate, Duration.ZERO);
    }
}
