package io.airproof.fault.received;

import static io.airproof.fault.received.ReceivedClip.PICTURES;
import static io.airproof.fault.received.ReceivedClip.besidePictures;
import static io.airproof.fault.received.ReceivedClip.besideSound;
import static io.airproof.fault.received.ReceivedClip.bodies;
import static io.airproof.fault.received.ReceivedClip.pictures;
import static io.airproof.fault.received.ReceivedClip.sound;
import static io.airproof.fault.received.ReceivedClip.stamps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airproof.driver.ffmpeg.BundledFfmpeg;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.media.FlvReader;
import io.airproof.media.FlvWriter;
import io.airproof.media.NalUnits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivedPacketFaultsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Ffmpeg ffmpeg = BundledFfmpeg.get();
    private final ReceivedFaults faults = new ReceivedFaults(ffmpeg);
    private final List<ArrivedTag> healthy = ReceivedClip.healthy(ffmpeg);

    @Test
    void a_lost_picture_is_the_only_one_missing() {
        List<ArrivedTag> damaged = faults.pictureLost(40).apply(healthy);

        List<ArrivedTag> expected = new ArrayList<>(pictures(healthy));
        expected.remove(40);
        assertThat(pictures(damaged)).isEqualTo(expected);
        assertThat(besidePictures(damaged)).isEqualTo(besidePictures(healthy));
        assertThatThrownBy(() -> faults.pictureLost(PICTURES).apply(healthy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("120");
    }

    @Test
    void a_repeated_picture_comes_again_before_the_next() {
        List<ArrivedTag> damaged = pictures(faults.pictureRepeated(40).apply(healthy));

        assertThat(damaged).hasSize(PICTURES + 1);
        assertThat(bodies(damaged).get(41)).isEqualTo(bodies(damaged).get(40));
        assertThat(stamps(damaged)).isSorted().doesNotHaveDuplicates();
        List<ArrivedTag> rest = new ArrayList<>(damaged);
        rest.remove(41);
        assertThat(rest).isEqualTo(pictures(healthy));
    }

    @Test
    void swapped_pictures_stand_at_the_times_of_each_other() {
        List<ArrivedTag> damaged = faults.picturesSwapped(40, 60).apply(healthy);

        List<String> expected = new ArrayList<>(bodies(pictures(healthy)));
        Collections.swap(expected, 40, 60);
        assertThat(bodies(pictures(damaged))).isEqualTo(expected);
        assertThat(pictures(damaged).get(40).tag().isKeyFrame()).isTrue();
        assertThat(stamps(damaged)).isEqualTo(stamps(healthy));
        assertThat(besidePictures(damaged)).isEqualTo(besidePictures(healthy));
    }

    @Test
    void frozen_pictures_are_the_first_of_them_again_and_again() {
        List<ArrivedTag> damaged = faults.picturesFrozen(30, 15).apply(healthy);

        List<String> bodies = bodies(pictures(damaged));
        assertThat(bodies.subList(30, 45))
                .containsOnly(bodies(pictures(healthy)).get(30));
        assertThat(pictures(damaged).subList(45, PICTURES))
                .isEqualTo(pictures(healthy).subList(45, PICTURES));
        assertThat(pictures(damaged).subList(0, 31)).isEqualTo(pictures(healthy).subList(0, 31));
        assertThat(stamps(damaged)).isEqualTo(stamps(healthy));
    }

    @Test
    void corrupt_pictures_differ_in_slices_alone() {
        List<ArrivedTag> damaged = faults.corruptPictures(29, 3).apply(healthy);

        for (int i = 0; i < PICTURES; i++) {
            List<byte[]> before = NalUnits.split(pictures(healthy).get(i).tag().payload());
            List<byte[]> after = NalUnits.split(pictures(damaged).get(i).tag().payload());
            assertThat(after).hasSameSizeAs(before);
            for (int unit = 0; unit < before.size(); unit++) {
                boolean changed = !Arrays.equals(before.get(unit), after.get(unit));
                assertThat(after.get(unit)).hasSameSizeAs(before.get(unit));
                assertThat(changed)
                        .as("unit %d of picture %d changed", unit, i)
                        .isEqualTo(i >= 29 && i < 32 && NalUnits.isSlice(before.get(unit)));
            }
        }
        assertThat(stamps(damaged)).isEqualTo(stamps(healthy));
        assertThat(besidePictures(damaged)).isEqualTo(besidePictures(healthy));
    }

    @Test
    void a_cut_tail_takes_both_tracks_or_the_sound_alone() {
        List<ArrivedTag> cut = faults.tailCut(SECOND).apply(healthy);
        int last = Collections.max(stamps(healthy));
        assertThat(cut)
                .isEqualTo(healthy.stream()
                        .filter(packet -> packet.tag().timestampMs() <= last - 1000)
                        .toList());
        assertThat(pictures(cut)).hasSizeBetween(PICTURES - 31, PICTURES - 29);

        List<ArrivedTag> mute = faults.audioTailCut(SECOND).apply(healthy);
        assertThat(besideSound(mute)).isEqualTo(besideSound(healthy));
        int lost = sound(healthy).size() - sound(mute).size();
        assertThat(lost).isBetween(43, 44); // 1 s of 1024 samples at 44.1 kHz
        assertThat(sound(mute)).isEqualTo(sound(healthy).subList(0, sound(mute).size()));
    }

    @Test
    void a_cut_head_begins_at_the_next_key_frame_and_the_sound_stays() {
        List<ArrivedTag> damaged = faults.headCut(Duration.ofMillis(1200)).apply(healthy);

        assertThat(pictures(damaged)).isEqualTo(pictures(healthy).subList(60, PICTURES));
        assertThat(besidePictures(damaged)).isEqualTo(besidePictures(healthy));
    }

    @Test
    void lost_sound_packets_leave_a_hole_and_move_nothing() {
        List<ArrivedTag> damaged =
                faults.audioPacketsLost(SECOND, Duration.ofMillis(200)).apply(healthy);

        long from = Received.zero(healthy).toMillis() + 1000;
        assertThat(damaged)
                .isEqualTo(healthy.stream()
                        .filter(packet -> !Received.isSound(packet)
                                || packet.tag().timestampMs() < from
                                || packet.tag().timestampMs() >= from + 200)
                        .toList());
        assertThat(sound(healthy).size() - sound(damaged).size()).isBetween(8, 9);
    }

    @Test
    void a_track_or_everything_can_be_missing() {
        assertThat(faults.noAudio().apply(healthy)).hasSize(PICTURES + 1).allMatch(packet -> packet.tag()
                .isAvc());
        assertThat(faults.noVideo().apply(healthy))
                .hasSize(sound(healthy).size() + 1)
                .allMatch(packet -> packet.tag().isAac());
        assertThat(faults.empty().apply(healthy)).isEmpty();
        assertThatThrownBy(() -> faults.noAudio().apply(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_damage_that_would_change_nothing_is_refused() {
        assertThatThrownBy(() -> faults.picturesFrozen(3, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.corruptPictures(3, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.picturesSwapped(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.quieter(-3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.clipped(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.truncatedFile(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_truncated_file_holds_what_a_reader_finds_in_its_first_bytes() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FlvWriter writer = new FlvWriter(file);
        for (ArrivedTag packet : healthy) {
            writer.write(packet.tag());
        }
        byte[] bytes = file.toByteArray();

        for (double part : List.of(0.0, 0.3, 0.71)) {
            byte[] first = Arrays.copyOf(bytes, (int) (bytes.length * part));
            try (FlvReader reader = new FlvReader(new ByteArrayInputStream(first))) {
                assertThat(faults.truncatedFile(part).apply(healthy).stream().map(ArrivedTag::tag))
                        .isEqualTo(reader.readAll());
            }
        }
    }
}
