package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.CodedPicture;
import io.airproof.media.FlvTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Duration, gaps, overlaps and jitter of time stamps that were made with them. */
class TimeStampsTest {

    private static final int[] RATES = {44_100, 48_000};
    private static final double GRID_MS = 0.5;

    @Property(tries = 200)
    void gapsOverlapsAndJitterAreCounted(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = -60, max = 120) Integer> steps,
            @ForAll @IntRange(min = 10, max = 50) int nominalMs,
            @ForAll @IntRange(max = 100_000) int firstMs) {
        List<Duration> stamps = new ArrayList<>();
        stamps.add(Duration.ofMillis(firstMs));
        for (int step : steps) {
            stamps.add(stamps.get(stamps.size() - 1).plusMillis(step));
        }
        int irregular = 0;
        int shortest = Integer.MAX_VALUE;
        int longest = Integer.MIN_VALUE;
        for (int step : steps) {
            irregular += 2 * step < nominalMs || 2 * step > 3 * nominalMs ? 1 : 0;
            shortest = Math.min(shortest, step);
            longest = Math.max(longest, step);
        }
        assertThat(TimestampSteps.of(stamps, Duration.ofMillis(nominalMs)))
                .isEqualTo(Reading.measured(new TimestampSteps(
                        Duration.ofMillis(shortest), Duration.ofMillis(longest), steps.size(), irregular)));
    }

    @Property(tries = 100)
    void aLengthIsThatOfTheClipToTheGridOfTimeStamps(
            @ForAll @IntRange(max = 1) int rateIndex,
            @ForAll @IntRange(min = 1, max = 2) int channels,
            @ForAll @IntRange(min = 2, max = 3000) int frames,
            @ForAll @IntRange(max = 100_000) int startMs,
            @ForAll @IntRange(min = -40, max = 40) int soundLateMs,
            @ForAll long seed) {
        int rate = RATES[rateIndex];
        Duration start = Duration.ofMillis(1000 + startMs);
        List<CodedPicture> pictures = Pictures.from(start, frames);
        int packets = 2 + new Random(seed).nextInt(3000);
        List<FlvTag> sound = sound(rate, channels, packets, 1000 + startMs + soundLateMs);

        double video = Times.ms(StreamLength.ofPictures(pictures).orElseThrow());
        double audio = Times.ms(StreamLength.ofSound(sound).orElseThrow());
        double truthVideo = frames * 1000 / Pictures.FPS;
        double truthAudio = packets * 1024 * 1000.0 / rate;
        assertThat(video).isCloseTo(truthVideo, within(2 * GRID_MS));
        assertThat(audio).isCloseTo(truthAudio, within(2 * GRID_MS));

        double from = Math.min(0, soundLateMs);
        double to = Math.max(truthVideo, soundLateMs + truthAudio);
        assertThat(Times.ms(StreamLength.of(pictures, sound).orElseThrow().combined()))
                .isCloseTo(to - from, within(2 * GRID_MS));
    }

    @Example
    void theOrderOfPacketsDoesNotMatterForTheLength() {
        List<CodedPicture> pictures = new ArrayList<>(Pictures.from(Duration.ZERO, 90));
        Duration length = StreamLength.ofPictures(pictures).orElseThrow();
        java.util.Collections.shuffle(pictures, new Random(1));
        assertThat(StreamLength.ofPictures(pictures)).isEqualTo(Reading.measured(length));
    }

    private static List<FlvTag> sound(int rate, int channels, int packets, int firstMs) {
        int index = rate == 44_100 ? 4 : 3;
        int config = 2 << 11 | index << 7 | channels << 3;
        List<FlvTag> tags = new ArrayList<>();
        tags.add(new FlvTag(FlvTag.Kind.AUDIO, 0, new byte[] {(byte) 0xAF, 0, (byte) (config >> 8), (byte) config}));
        for (int i = 0; i < packets; i++) {
            int time = firstMs + (int) Math.round(i * 1024 * 1000.0 / rate);
            tags.add(new FlvTag(FlvTag.Kind.AUDIO, time, new byte[] {(byte) 0xAF, 1, 0}));
        }
        return tags;
    }
}
