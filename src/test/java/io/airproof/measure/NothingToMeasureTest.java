package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.media.GreyPicture;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every measurement, given nothing to measure, says why it has no value: nothing is never a good value. */
class NothingToMeasureTest {

    private static final int RATE = 16_000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Sound EMPTY = Sounds.silence(0, RATE);
    private static final Sound SILENT = Sounds.silence(6, RATE);
    private static final Sound VOICE = Sounds.speech(1, 6, RATE);
    private static final Sound OTHER = Sounds.speech(2, 6, RATE);
    private static final PictureClock CLOCK =
            PictureClock.of(Pictures.from(Duration.ZERO, 180), Pictures.numbers(180), Pictures.FPS);
    private static final PictureClock NO_PICTURE = PictureClock.of(List.of(), Pictures.numbers(180), Pictures.FPS);
    private static final PictureClock STRANGE =
            PictureClock.of(Pictures.from(Duration.ZERO, 180), FrameNumbers.none(), Pictures.FPS);

    static Stream<Arguments> measurements() {
        Sound clicks = Sounds.tone(1000, 0.01, RATE);
        return Stream.of(
                none("frame code of a plain picture", FrameCode.read(new GreyPicture(320, 180, new byte[320 * 180]))),
                none("frame code of a single pixel", FrameCode.read(new GreyPicture(1, 1, new byte[1]))),
                none("picture clock without pictures", NO_PICTURE.sourceTimeAt(SECOND)),
                none("picture clock of other pictures", STRANGE.sourceTimeAt(SECOND)),
                none("segment offsets in silence", offsets(SILENT, CLOCK)),
                none("segment offsets of another sound", offsets(OTHER, CLOCK)),
                none("segment offsets without pictures", offsets(VOICE, NO_PICTURE)),
                none("segment offsets on other pictures", offsets(VOICE, STRANGE)),
                none("marks in silence", MarksOffset.of(SILENT, CLOCK, 30)),
                none("marks without sound", MarksOffset.of(EMPTY, CLOCK, 30)),
                none("marks in speech", MarksOffset.of(VOICE, CLOCK, 30)),
                none("marks without pictures", MarksOffset.of(VOICE, NO_PICTURE, 30)),
                none("marks on other pictures", MarksOffset.of(VOICE, STRANGE, 30)),
                none("range of no pairs", new MarksOffset(List.of(), List.of(SECOND), List.of()).rangeMs()),
                none("drift of nothing", Drift.of(List.of())),
                none("place in an empty sound", SoundFinder.find(VOICE, EMPTY, Duration.ZERO, SECOND)),
                none("place of silence", SoundFinder.find(SILENT, VOICE, Duration.ZERO, SECOND)),
                none("place of an empty sound", SoundFinder.find(EMPTY, VOICE, Duration.ZERO, SECOND)),
                none("correlation beside the sound", SoundFinder.correlationAt(VOICE, OTHER, SECOND)),
                none("residual in silence", residual(VOICE, OTHER, SILENT)),
                none("residual of silence", residual(SILENT, OTHER, VOICE)),
                none("residual under silence", residual(VOICE, SILENT, OTHER)),
                none("residual in an empty sound", residual(VOICE, OTHER, EMPTY)),
                none("loudness of nothing", Loudness.integrated(EMPTY, 2)),
                none("loudness of silence", Loudness.integrated(SILENT, 2)),
                none("short-term loudness of nothing", Loudness.shortTermMax(EMPTY, 2)),
                none("short-term loudness of silence", Loudness.shortTermMax(SILENT, 2)),
                none("true peak of nothing", TruePeak.dbtp(EMPTY)),
                none("true peak of silence", TruePeak.dbtp(SILENT)),
                none("silences in nothing", Joins.silences(EMPTY, Duration.ofMillis(10))),
                none("silences in silence", Joins.silences(SILENT, Duration.ofMillis(10))),
                none("silences in a snippet", Joins.silences(clicks, Duration.ofMillis(10))),
                none("clicks in nothing", Joins.clicks(EMPTY)),
                none("clicks in silence", Joins.clicks(SILENT)),
                none("step at a join beside the sound", Joins.stepRatioAt(VOICE, Duration.ofSeconds(7), SECOND)),
                none("step at a join in silence", Joins.stepRatioAt(SILENT, SECOND, SECOND)),
                none("a part beside the sound", SoundPart.of(VOICE, Duration.ofSeconds(5), Duration.ofSeconds(2))),
                none("a part of nothing", SoundPart.of(EMPTY, Duration.ZERO, SECOND)),
                none("speech in nothing", SpeechLikeness.of(EMPTY)),
                none("speech in silence", SpeechLikeness.of(SILENT)),
                none("length of no pictures", StreamLength.ofPictures(List.of())),
                none("length of no sound", StreamLength.ofSound(List.of())),
                none("length of nothing", StreamLength.of(List.of(), List.of())),
                none("steps of no time stamps", TimestampSteps.of(List.of(), SECOND)),
                none("latency of nothing", Latency.longest(Map.of(), Map.of())),
                none("percentile of nothing", Percentiles.p95(List.of())),
                none("median of nothing", Percentiles.median(List.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("measurements")
    void there_is_no_value_but_a_reason(String what, Reading<?> reading) {
        assertThat(reading).isInstanceOfSatisfying(Unmeasurable.class, none -> assertThat(none.reason())
                .as(what)
                .hasSizeGreaterThan(15)
                .doesNotContain("null"));
    }

    private static Arguments none(String what, Reading<?> reading) {
        return Arguments.of(what, reading);
    }

    private static Reading<SegmentOffsets> offsets(Sound output, PictureClock clock) {
        return SegmentOffsets.of(VOICE, VOICE, VOICE, output, clock, Duration.ZERO, Duration.ZERO, SECOND);
    }

    private static Reading<Residual> residual(Sound source, Sound dub, Sound output) {
        return Residual.of(source, dub, output, Duration.ZERO, Duration.ZERO, Duration.ofMillis(25));
    }
}
