package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.CodedPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static final int COUNT = 90;
    private static final Duration LATER = Duration.ofSeconds(6);

    @Property(tries = 200)
    void aShiftedClipShowsItsOwnTime(@ForAll @IntRange(max = 2999) int ms) {
        PictureClock clock = PictureClock.of(Pictures.from(LATER, COUNT), Pictures.numbers(COUNT), Pictures.FPS);
        Duration source = clock.sourceTimeAt(LATER.plusMillis(ms)).orElseThrow();
        assertThat(Times.ms(source)).isCloseTo(ms, within(0.5));
    }

    @Test
    void aFrozenPictureStandsStillAndTheEndsAreNamed() {
        List<CodedPicture> pictures = new ArrayList<>(Pictures.from(LATER, COUNT));
        pictures.subList(31, 60).clear();
        PictureClock clock = PictureClock.of(pictures, Pictures.numbers(COUNT), Pictures.FPS);

        assertThat(Times.ms(clock.sourceTimeAt(LATER.plusMillis(1900)).orElseThrow()))
                .isCloseTo(31_000 / Pictures.FPS, within(0.01));
        assertThat(clock.sourceTimeAt(Duration.ofSeconds(1)))
                .isEqualTo(Reading.unmeasurable("no picture is shown at 1.000 s: the first comes at 6.000 s"));
        assertThat(clock.sourceTimeAt(Duration.ofSeconds(10)))
                .isEqualTo(Reading.unmeasurable("no picture is shown at 10.000 s: the last came at 8.967 s"));
    }

    @Test
    void aPictureOfSomethingElseHasNoTime() {
        PictureClock clock = PictureClock.of(Pictures.from(LATER, COUNT), Pictures.numbers(30), Pictures.FPS);
        assertThat(clock.sourceTimeAt(LATER.plusSeconds(2)))
                .isEqualTo(Reading.unmeasurable("the picture shown at 8.000 s is no frame of the clip"));
        assertThat(clock.frames().get(29).frame()).hasValue(29);
        assertThat(clock.frames().get(30).frame()).isEmpty();
    }

    @Test
    void anUnhurtClipIsIntact() {
        assertThat(identity(Pictures.slices(COUNT)).intact()).isTrue();
    }

    @Property(tries = 100)
    void aLostFrameIsNamed(@ForAll @IntRange(max = COUNT - 1) int frame) {
        List<String> slices = Pictures.slices(COUNT);
        slices.remove(frame);
        assertThat(identity(slices))
                .isEqualTo(new VideoIdentity(List.of(frame), List.of(), List.of(), List.of(), List.of()));
    }

    @Property(tries = 100)
    void aRepeatedFrameIsNamed(@ForAll @IntRange(max = COUNT - 1) int frame) {
        List<String> slices = Pictures.slices(COUNT);
        slices.add(frame, Integer.toString(frame));
        assertThat(identity(slices))
                .isEqualTo(new VideoIdentity(List.of(), List.of(frame), List.of(), List.of(), List.of()));
    }

    @Property(tries = 100)
    void aFrameThatMovedIsNamed(
            @ForAll @IntRange(max = COUNT - 1) int from, @ForAll @IntRange(max = COUNT - 1) int to) {
        List<String> slices = Pictures.slices(COUNT);
        slices.add(to, slices.remove(from));
        if (Math.abs(from - to) > 1) {
            assertThat(identity(slices).reordered()).containsExactly(from);
        } else if (from != to) {
            assertThat(identity(slices).reordered()).hasSize(1).containsAnyOf(from, to);
        } else {
            assertThat(identity(slices).intact()).isTrue();
        }
    }

    @Property(tries = 100)
    void anAlteredFrameIsNamed(@ForAll @IntRange(max = COUNT - 1) int frame) {
        List<String> slices = Pictures.slices(COUNT);
        slices.set(frame, "something else");
        assertThat(identity(slices))
                .isEqualTo(new VideoIdentity(List.of(), List.of(), List.of(), List.of(frame), List.of()));
    }

    @Property(tries = 100)
    void ofAlteredFramesTheNumbersSeenTell(
            @ForAll @IntRange(max = COUNT - 1) int lost,
            @ForAll @IntRange(max = COUNT - 1) int moved,
            @ForAll @IntRange(max = COUNT - 1) int to) {
        List<String> slices = new ArrayList<>();
        IntStream.range(0, COUNT).forEach(n -> slices.add("again " + n));
        slices.add(to, slices.remove(moved));
        slices.remove("again " + lost);
        FrameNumbers read = picture ->
                OptionalInt.of(Integer.parseInt(picture.sliceHashes().get(0).substring("again ".length())));
        VideoIdentity identity = VideoIdentity.of(Pictures.inOrder(slices), Pictures.numbers(COUNT), read, COUNT);
        assertThat(identity.lost()).containsExactly(lost);
        assertThat(identity.altered()).hasSize(COUNT - 1).doesNotContain(lost);
        assertThat(identity.foreign()).isEmpty();
        assertThat(identity.repeated()).isEmpty();
        if (Math.abs(moved - to) > 2 && moved != lost) {
            assertThat(identity.reordered()).containsExactly(moved);
        }
    }

    @Test
    void whatIsSeenIsAskedOnlyWhereSlicesAreUnknownAndWithinTheClip() {
        List<String> slices = Pictures.slices(COUNT);
        slices.set(7, "unreadable");
        slices.set(9, "of another clip");
        FrameNumbers read = picture -> {
            String slice = picture.sliceHashes().get(0);
            assertThat(slice).isIn("unreadable", "of another clip");
            return slice.equals("unreadable") ? OptionalInt.empty() : OptionalInt.of(COUNT);
        };
        assertThat(VideoIdentity.of(Pictures.inOrder(slices), Pictures.numbers(COUNT), read, COUNT))
                .isEqualTo(new VideoIdentity(List.of(), List.of(), List.of(), List.of(7, 9), List.of()));
    }

    @Test
    void severalFaultsAreToldApart() {
        List<String> slices = Pictures.swapped(COUNT, 10, 20);
        slices.set(40, "changed");
        slices.set(41, "changed too");
        slices.add(60, "foreign");
        slices.remove("80");
        slices.add("3");

        VideoIdentity identity = identity(slices);

        assertThat(identity.reordered()).containsExactly(10, 20);
        assertThat(identity.altered()).containsExactly(40, 41);
        assertThat(identity.foreign()).containsExactly(Duration.ofSeconds(2));
        assertThat(identity.lost()).containsExactly(80);
        assertThat(identity.repeated()).containsExactly(3);
        assertThat(identity.intact()).isFalse();
    }

    private static VideoIdentity identity(List<String> slices) {
        return VideoIdentity.of(Pictures.inOrder(slices), Pictures.numbers(COUNT), FrameNumbers.none(), COUNT);
    }
}
