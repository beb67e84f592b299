package io.airproof.reference.media.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.ingest.Picture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SegmenterTest {

    private static final int RATE = 48_000;
    private static final int FRAME = 1024;
    private static final long T0 = 3000;

    private final List<Cut> cuts = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Pcm> settled = new ArrayList<>();
    private final Segmenter segmenter = new Segmenter(Duration.ofSeconds(6), pictures::add, settled::add, cuts::add);

    /** Plays pictures at 30 frames per second and sound side by side, both of these lengths, from T0 on. */
    private void play(double pictureSeconds, double soundSeconds) {
        int frames = (int) Math.ceil(soundSeconds * RATE / FRAME);
        int shown = (int) Math.round(pictureSeconds * 30);
        int picture = 0;
        for (int frame = 0; frame < frames; frame++) {
            double at = frame * 1000.0 * FRAME / RATE;
            for (; picture < shown && picture * 1000.0 / 30 <= at; picture++) {
                picture(picture);
            }
            segmenter.sound(tone(FRAME), T0 + Math.round(at));
        }
        for (; picture < shown; picture++) {
            picture(picture);
        }
    }

    private void picture(int number) {
        long pts = T0 + Math.round(number * 1000.0 / 30);
        segmenter.picture(new Picture(new byte[10], pts, pts, number % 30 == 0));
    }

    private static Pcm tone(int samples) {
        float[] all = new float[samples];
        Arrays.fill(all, 0.5f);
        return new Pcm(all, 1, RATE);
    }

    @Test
    void thirtySecondsAreFiveSegmentsAndNoTail() {
        play(30, 30);
        segmenter.end();
        assertThat(cuts).hasSize(5).allSatisfy(cut -> {
            assertThat(cut.number()).isPresent();
            assertThat(cut.sound().samples()).isEqualTo(6 * RATE);
        });
    }

    @Test
    void theSettledSoundIsTheSoundThatIsCut() {
        play(18, 18);
        float[] early = new float[18 * RATE];
        int at = 0;
        for (Pcm piece : settled) {
            int count = Math.min(piece.interleaved().length, early.length - at);
            System.arraycopy(piece.interleaved(), 0, early, at, count);
            at += count;
        }
        assertThat(at).isEqualTo(early.length);
        segmenter.end();
        for (int segment = 0; segment < 3; segment++) {
            assertThat(Arrays.copyOfRange(early, segment * 6 * RATE, (segment + 1) * 6 * RATE))
                    .isEqualTo(cuts.get(segment).sound().interleaved());
        }
    }

    @Test
    void soundThatMissesItsLastFramesIsFilledUpToTheLastPicture() {
        play(30, 29.95);
        segmenter.end();
        assertThat(cuts).hasSize(5);
        assertThat(cuts.get(4).sound().samples()).isEqualTo(6 * RATE);
    }

    @Test
    void aTailOfAtLeastASecondIsASegmentAShorterOneIsNot() {
        play(7, 7);
        segmenter.end();
        assertThat(cuts).extracting(cut -> cut.number().isPresent()).containsExactly(true, true);
        cuts.clear();
        Segmenter other = new Segmenter(Duration.ofSeconds(6), pictures::add, settled::add, cuts::add);
        other.picture(new Picture(new byte[1], 0, 0, true));
        other.sound(tone((int) (6.8 * RATE)), 0);
        other.end();
        assertThat(cuts).extracting(cut -> cut.number().isPresent()).containsExactly(true, false);
    }

    @Test
    void whatComesBeforeTheFirstKeyFrameIsNotThere() {
        segmenter.picture(new Picture(new byte[10], 1000, 1000, false));
        segmenter.sound(tone(FRAME), 1000);
        play(6, 6.1);
        assertThat(pictures).hasSize(180);
        assertThat(pictures.get(0).ptsMs()).isZero();
        assertThat(cuts).hasSize(1);
    }

    @Test
    void soundThatCameJustBeforeItsPictureIsKept() {
        segmenter.sound(tone(FRAME), T0 - 10);
        segmenter.sound(tone(FRAME), T0 + 11);
        picture(0);
        segmenter.sound(tone(6 * RATE), T0 + 33);
        assertThat(cuts.get(0).sound().interleaved()).doesNotContain(0f);
    }

    @Test
    void soundThatStopsLeavesSilenceAndTheGridGoesOn() {
        play(20, 3);
        segmenter.end();
        assertThat(cuts).hasSize(4);
        assertThat(cuts.get(1).sound().interleaved()).containsOnly(0f);
        assertThat(cuts.get(3).end()).isBetween(Duration.ofSeconds(20), Duration.ofMillis(20_001));
    }

    @Test
    void aLostFrameBecomesSilenceOfItsLength() {
        picture(0);
        segmenter.sound(tone(FRAME), T0);
        segmenter.sound(tone(6 * RATE), T0 + 43);
        float[] sound = cuts.get(0).sound().interleaved();
        assertThat(sound[FRAME - 1]).isNotZero();
        assertThat(sound[FRAME + FRAME / 2]).isZero();
        assertThat(sound[2 * FRAME + 20]).isNotZero();
    }

    @Test
    void picturesOutOfOrderDoNotLengthenTheStream() {
        long[] pts = {0, 100, 33, 67, 200, 133, 167};
        for (long at : pts) {
            segmenter.picture(new Picture(new byte[1], at, at, at == 0));
        }
        segmenter.sound(tone(FRAME), 0);
        segmenter.end();
        assertThat(cuts.get(0).end()).isEqualTo(Duration.ofMillis(233));
    }

    @Property(tries = 50)
    void aDriftingSoundClockStaysWithThePictureWithoutAJump(
            @ForAll @IntRange(min = -90, max = 90) int partsPerHundredThousand) {
        SoundTrack track = new SoundTrack(RATE, 1);
        double step = 1000.0 * FRAME / RATE / (1 + partsPerHundredThousand / 1e5);
        int before = 0;
        for (int i = 0; i < 3000; i++) {
            track.add(tone(FRAME).interleaved(), Math.round(i * step));
            assertThat(track.end() - before).isBetween(FRAME - 1L, FRAME + 1L);
            before = (int) track.end();
            assertThat(Math.abs(track.displacement())).isLessThan(6);
        }
        assertThat(track.take(track.end())).doesNotContain(0f);
    }

    @Property
    void boundariesNeverDriftFromTheGrid(
            @ForAll @IntRange(min = 0, max = 600) int segment, @ForAll @IntRange(min = 8000, max = 96_000) int rate) {
        Grid grid = new Grid(Duration.ofSeconds(6), rate);
        assertThat(grid.firstSample(segment)).isEqualTo(6L * segment * rate);
        assertThat((double) grid.samples(segment) / rate).isCloseTo(6.0, within(0.0001));
    }
}
