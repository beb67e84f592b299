package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.CodedPicture;
import io.airproof.media.FlvTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Duration LATER = Duration.ofSeconds(6);

    @Test
    void aReadingKeepsItsFirstReason() {
        Reading<Integer> none = Reading.unmeasurable("nothing there");
        assertThat(none.map(x -> x + 1)).isEqualTo(none);
        assertThat(Reading.measured(1).flatMap(x -> none).named("the dub"))
                .isEqualTo(Reading.unmeasurable("the dub: nothing there"));
        assertThat(Reading.measured(1).map(x -> x + 1).named("x")).isEqualTo(Reading.measured(2));
        assertThat(none.toOptional()).isEmpty();
        assertThatThrownBy(() -> none.orElseThrow(IllegalArgumentException::new))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing there");
        assertThatThrownBy(none::orElseThrow).hasMessage("could not be measured: nothing there");
    }

    @Test
    void levelsAreRelativeToFullScale() {
        assertThat(Level.rmsDbfs(Sounds.gained(Sounds.tone(1000, 1, 48_000), 1 / 0.3)))
                .isCloseTo(-3.01, within(0.01));
        assertThat(Level.rmsDbfs(Sounds.silence(1, 48_000))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Level.rmsDbfs(Sounds.silence(0, 48_000))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Level.isSilent(Sounds.noise(1, 1, 48_000, 1e-4))).isTrue();
        assertThat(Level.isSilent(Sounds.noise(1, 1, 48_000, 1e-3))).isFalse();
    }

    @Test
    void percentilesAreValuesThatOccurred() {
        List<Duration> values =
                IntStream.rangeClosed(1, 20).mapToObj(Duration::ofMillis).toList();
        assertThat(Percentiles.p95(values)).isEqualTo(Reading.measured(Duration.ofMillis(19)));
        assertThat(Percentiles.p95(values.subList(0, 5))).isEqualTo(Reading.measured(Duration.ofMillis(5)));
        assertThat(Percentiles.median(values.subList(0, 5))).isEqualTo(Reading.measured(Duration.ofMillis(3)));
        assertThat(Percentiles.p95(List.of())).isInstanceOf(Unmeasurable.class);
        assertThatThrownBy(() -> Percentiles.nearestRank(values, 0)).hasMessageContaining("above 0");
    }

    @Test
    void stepsOutsideOfTheNominalOnesAreCounted() {
        List<Duration> regular =
                Pictures.from(LATER, 30).stream().map(CodedPicture::pts).toList();
        Duration nominal = Duration.ofNanos(33_333_333);
        assertThat(TimestampSteps.of(regular, nominal))
                .isEqualTo(Reading.measured(new TimestampSteps(Duration.ofMillis(33), Duration.ofMillis(34), 29, 0)));

        List<Duration> hurt = new ArrayList<>(regular);
        hurt.remove(10);
        hurt.add(20, hurt.get(20));
        TimestampSteps steps = TimestampSteps.of(hurt, nominal).orElseThrow();
        assertThat(steps.irregular()).isEqualTo(2);
        assertThat(steps.regular()).isFalse();
        assertThat(steps.min()).isZero();
        assertThat(steps.max()).isBetween(Duration.ofMillis(66), Duration.ofMillis(67));
        assertThat(TimestampSteps.of(List.of(), nominal)).isInstanceOf(Unmeasurable.class);
    }

    @Test
    void aLengthEndsWithTheLastFrame() {
        List<CodedPicture> pictures = Pictures.from(LATER, 900);
        assertThat(Times.ms(StreamLength.ofPictures(pictures).orElseThrow())).isCloseTo(30_000, within(1.0));

        List<FlvTag> tags = sound(1406);
        assertThat(Times.ms(StreamLength.ofSound(tags).orElseThrow())).isCloseTo(1406 * 64 / 3.0, within(1.0));
        assertThat(Times.ms(StreamLength.ofSound(tags.subList(1, tags.size())).orElseThrow()))
                .isCloseTo(1406 * 64 / 3.0, within(1.0));

        StreamLength length = StreamLength.of(pictures, tags).orElseThrow();
        assertThat(length.combined()).isEqualTo(length.video().plusMillis(4));
        assertThat(StreamLength.of(pictures, List.of()))
                .isEqualTo(Reading.unmeasurable("a length needs two frames of sound, there are 0"));
        assertThat(StreamLength.of(pictures.subList(0, 1), tags))
                .isEqualTo(Reading.unmeasurable("a length needs two pictures, there are 1"));
    }

    /** AAC at 48 kHz that begins 4 ms before the pictures. */
    private static List<FlvTag> sound(int count) {
        List<FlvTag> tags = new ArrayList<>();
        tags.add(new FlvTag(FlvTag.Kind.AUDIO, 0, new byte[] {(byte) 0xAF, 0, 0x11, (byte) 0x90}));
        for (int i = 0; i < count; i++) {
            int time = (int) (LATER.toMillis() - 4 + Math.round(i * 64 / 3.0));
            tags.add(new FlvTag(FlvTag.Kind.AUDIO, time, new byte[] {(byte) 0xAF, 1, 0}));
        }
        return tags;
    }
}
