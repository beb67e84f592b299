package io.airproof.measure;

import io.airproof.media.CodedPicture;
import io.airproof.media.CodedPictures;
import io.airproof.media.FlvTag;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** How long each measurement takes for one recording of a minute, on one thread; and all of them together. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class MeasureBenchmark {

    @Benchmark
    public VideoIdentity videoIdentity(Minute minute) {
        List<CodedPicture> coded = CodedPictures.of(minute.pictureTags);
        return VideoIdentity.of(coded, minute.numbers, FrameNumbers.none(), Minute.FRAMES);
    }

    @Benchmark
    public List<Reading<Integer>> frameCodes(Minute minute) {
        return IntStream.range(0, Minute.FRAMES)
                .mapToObj(n -> FrameCode.read(minute.picture))
                .toList();
    }

    @Benchmark
    public List<Reading<SegmentOffsets>> segmentOffsets(Minute minute) {
        PictureClock clock = PictureClock.of(minute.pictures, minute.numbers, Pictures.FPS);
        return perSegment(n -> SegmentOffsets.of(
                minute.source,
                minute.fragments.get(n),
                minute.dubs.get(n),
                minute.output,
                clock,
                minute.start(n),
                Minute.SHIFT.plus(minute.start(n)),
                Minute.SEARCH));
    }

    @Benchmark
    public Reading<Drift> drift(Minute minute) {
        return Drift.of(minute.marks);
    }

    @Benchmark
    public Reading<MarksOffset> marksOffset(Minute minute) {
        PictureClock clock = PictureClock.of(minute.pictures, minute.numbers, Pictures.FPS);
        return MarksOffset.of(minute.beeps, clock, 30);
    }

    @Benchmark
    public List<Reading<SoundMatch>> dubsInOutput(Minute minute) {
        return perSegment(n -> found(Resampler.resample(minute.dubs.get(n), Minute.RATE), minute, n));
    }

    @Benchmark
    public List<Reading<SoundMatch>> sourceInOutput(Minute minute) {
        return perSegment(n -> {
            Duration at = Minute.SHIFT.plus(minute.start(n));
            return SoundFinder.findEitherWay(
                    minute.fragments.get(n), minute.output, at.minus(Minute.SEARCH), at.plus(Minute.SEARCH));
        });
    }

    private static Reading<SoundMatch> found(Sound needle, Minute minute, int segment) {
        Duration at = Minute.SHIFT.plus(minute.start(segment));
        return SoundFinder.find(needle, minute.output, at.minus(Minute.SEARCH), at.plus(Minute.SEARCH));
    }

    @Benchmark
    public List<Reading<Residual>> residual(Minute minute) {
        return perSegment(n -> Residual.of(
                minute.fragments.get(n),
                Resampler.resample(minute.dubs.get(n), Minute.RATE),
                minute.heard(n).startingAt(Duration.ZERO),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMillis(25)));
    }

    @Benchmark
    public Reading<StreamLength> streamLength(Minute minute) {
        return StreamLength.of(minute.pictures, minute.soundTags);
    }

    @Benchmark
    public Reading<TimestampSteps> timestampSteps(Minute minute) {
        return TimestampSteps.of(
                minute.soundTags.stream()
                        .filter(FlvTag::isMedia)
                        .map(FlvTag::pts)
                        .toList(),
                Duration.ofNanos(21_333_333));
    }

    @Benchmark
    public Reading<List<JoinFault>> silences(Minute minute) {
        return Joins.silences(minute.output, Duration.ofMillis(10));
    }

    @Benchmark
    public Reading<List<JoinFault>> clicks(Minute minute) {
        return Joins.clicks(minute.output);
    }

    @Benchmark
    public List<Reading<Double>> loudness(Minute minute) {
        return perSegment(n -> Loudness.integrated(minute.heard(n), 2)
                .flatMap(dub -> Loudness.integrated(minute.fragments.get(n), 2)));
    }

    @Benchmark
    public List<Reading<Double>> truePeak(Minute minute) {
        return perSegment(n -> TruePeak.dbtp(minute.heard(n)));
    }

    @Benchmark
    public List<Reading<SpeechLikeness.Verdict>> speechLikeness(Minute minute) {
        return perSegment(n -> SpeechLikeness.of(minute.heard(n)));
    }

    @Benchmark
    public List<List<String>> wordsHeard(Minute minute) {
        WordTemplates ear = new WordTemplates(minute.vocabulary);
        return perSegment(n -> ear.in(minute.heard(n)));
    }

    @Benchmark
    public Reading<Latency> latency(Minute minute) {
        return Latency.longest(minute.sent, minute.arrived);
    }

    /** Everything above, one after the other. */
    @Benchmark
    public List<Object> everything(Minute minute) {
        return List.of(
                videoIdentity(minute),
                frameCodes(minute),
                segmentOffsets(minute),
                drift(minute),
                marksOffset(minute),
                dubsInOutput(minute),
                sourceInOutput(minute),
                residual(minute),
                streamLength(minute),
                timestampSteps(minute),
                silences(minute),
                clicks(minute),
                loudness(minute),
                truePeak(minute),
                speechLikeness(minute),
                wordsHeard(minute),
                latency(minute));
    }

    private static <T> List<T> perSegment(java.util.function.IntFunction<T> measure) {
        return IntStream.range(0, Minute.SEGMENTS).mapToObj(measure).toList();
    }
}
