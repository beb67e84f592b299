package io.airproof.reference.media.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.ingest.Picture;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is kept between two publications (contract 6.5). Segments of 6 s, a picture each 2 s, a key frame each 4 s. */
class BacklogTest {

    private static final int RATE = 1000;
    private static final int SEGMENT_S = 6;

    private final Backlog backlog = new Backlog();

    private static DecidedSegment segment(int number) {
        Duration start = Duration.ofSeconds((long) number * SEGMENT_S);
        float[] sound = new float[SEGMENT_S * RATE];
        return new DecidedSegment(
                OptionalInt.of(number), new Pcm(sound, 1, RATE), true, start, start.plusSeconds(SEGMENT_S), 0);
    }

    private void picture(int second) {
        backlog.picture(new Picture(new byte[] {1}, second * 1000L, second * 1000L, second % 4 == 0));
    }

    private List<Integer> numbers(List<DecidedSegment> segments) {
        return segments.stream().map(one -> one.number().orElse(-1)).toList();
    }

    @Test
    void beginsWithTheFirstKeyFrame() throws InterruptedException {
        picture(0);
        backlog.decided(segment(0));
        assertThat(backlog.awaitBeginning()).contains(0L);
        assertThat(backlog.takeSegments().get(0).sound().samples()).isEqualTo(SEGMENT_S * RATE);
    }

    @Test
    void goesOnWithTheNextKeyFrameAndTheSoundFromThere() throws InterruptedException {
        for (int second = 6; second < 18; second += 2) {
            picture(second);
        }
        backlog.giveBack(List.of(segment(1)));
        backlog.decided(segment(2));
        assertThat(backlog.awaitBeginning()).contains(8_000L);
        List<DecidedSegment> rest = backlog.takeSegments();
        assertThat(numbers(rest)).containsExactly(1, 2);
        assertThat(rest.get(0).start()).isEqualTo(Duration.ofSeconds(8));
        assertThat(rest.get(0).sound().samples()).as("4 of its 6 s").isEqualTo(4 * RATE);
        assertThat(backlog.nextPicture(Long.MAX_VALUE))
                .hasValueSatisfying(first -> assertThat(first.ptsMs()).isEqualTo(8_000));
    }

    @Test
    void whatWasNotPublishedComesBeforeWhatIsNew() {
        backlog.decided(segment(3));
        backlog.giveBack(List.of(segment(1), segment(2)));
        assertThat(numbers(backlog.takeSegments())).containsExactly(1, 2, 3);
    }

    @Test
    void withoutAnOutputTheLatestSegmentsAreKept() {
        for (int number = 0; number < 5; number++) {
            backlog.decided(segment(number));
            picture(number * SEGMENT_S);
        }
        assertThat(numbers(backlog.keepLatest(2))).containsExactly(0, 1, 2);
        assertThat(numbers(backlog.takeSegments())).containsExactly(3, 4);
        assertThat(backlog.nextPicture(Long.MAX_VALUE))
                .hasValueSatisfying(first -> assertThat(first.ptsMs()).isEqualTo(18_000));
    }

    @Test
    void whoHasSeenTheEndWaitsAsLongAsHeWants() throws InterruptedException {
        backlog.complete();
        long from = System.nanoTime();
        backlog.awaitChange(backlog.changes(), Duration.ofMillis(50).toNanos());
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void whatChangedBeforeTheWaitIsNotMissed() throws InterruptedException {
        long seen = backlog.changes();
        backlog.complete();
        long from = System.nanoTime();
        backlog.awaitChange(seen, Duration.ofSeconds(20).toNanos());
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void nothingToPlayIsAnEnd() throws InterruptedException {
        backlog.complete();
        assertThat(backlog.awaitBeginning()).isEmpty();
    }

    @Test
    void anEndThatHasBegunIsNotTakenBack() {
        backlog.complete();
        backlog.reopen();
        assertThat(backlog.mayEnd()).as("reopened in time").isFalse();
        backlog.complete();
        assertThat(backlog.mayEnd()).isTrue();
        backlog.reopen();
        backlog.decided(segment(1));
        assertThat(backlog.mayEnd()).as("reopened too late").isTrue();
        assertThat(backlog.hasSegments()).as("kept for the next publication").isTrue();
    }

    @Test
    void aClosedBacklogKeepsNothing() {
        backlog.decided(segment(0));
        backlog.close();
        backlog.decided(segment(1));
        picture(0);
        assertThat(backlog.hasSegments()).isFalse();
        assertThat(backlog.nextPicture(Long.MAX_VALUE)).isEmpty();
    }
}
