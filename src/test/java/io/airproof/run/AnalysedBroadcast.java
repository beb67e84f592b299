package io.airproof.run;

import io.airproof.driver.ffmpeg.Decoders;
import io.airproof.fixture.Clip;
import io.airproof.measure.FrameNumbers;
import io.airproof.measure.MarksOffset;
import io.airproof.measure.PictureClock;
import io.airproof.measure.Reading;
import io.airproof.measure.Resampler;
import io.airproof.measure.SegmentOffsets;
import io.airproof.measure.SoundFinder;
import io.airproof.measure.SoundMatch;
import io.airproof.measure.SoundPart;
import io.airproof.measure.VideoIdentity;
import io.airproof.media.CodedPicture;
import io.airproof.media.FlvTag;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A broadcast and what can be read from it. Each analysis is done once, by the first scenario that asks, and shared.
 */
public final class AnalysedBroadcast {

    /** A dub or source is looked for this far around the place where it should be. */
    private static final Duration SEARCH = Duration.ofSeconds(1);

    private final Broadcast broadcast;
    private final Decoders decoders;
    private final WireSounds wireSounds;
    private final Lazy<List<Segment>> segments;
    private final ReceivedOutput output;
    private final Map<Segment, Reading<SegmentOffsets>> offsets = new ConcurrentHashMap<>();

    AnalysedBroadcast(Broadcast broadcast, Decoders decoders, WireSounds wireSounds) {
        this.broadcast = broadcast;
        this.decoders = decoders;
        this.wireSounds = wireSounds;
        this.segments = new Lazy<>(
                () -> new Segments(wireSounds, broadcast.programme().settings().segmentLength()).of(broadcast.wire()));
        this.output =
                new ReceivedOutput(broadcast.recording(), broadcast.fixture().frames(), decoders);
    }

    /** The same broadcast with its record changed, to be analysed anew; what passed the wire stays decoded. */
    public AnalysedBroadcast changed(UnaryOperator<Broadcast> change) {
        return new AnalysedBroadcast(change.apply(broadcast), decoders, wireSounds);
    }

    /** What was recorded. */
    public Broadcast broadcast() {
        return broadcast;
    }

    /** The fragments on the wire with their results. */
    public List<Segment> segments() {
        return segments.get();
    }

    /** Every packet of the output, in order of arrival. */
    public Reading<List<FlvTag>> outputTags() {
        return output.tags();
    }

    /** The output's sound at stream time. */
    public Reading<Sound> outputSound() {
        return output.sound();
    }

    /** The output's coded pictures, in order of arrival. */
    public Reading<List<CodedPicture>> outputPictures() {
        return output.pictures();
    }

    /** Which frame of the clip a picture of the output shows, be it that of the clip bit for bit or coded again. */
    public FrameNumbers frameNumbers() {
        return output.numbers();
    }

    /** Which of the output's pictures are those of the clip. */
    public Reading<VideoIdentity> videoIdentity() {
        return output.identity();
    }

    /** Which moment of the source is seen at a moment of the output. */
    public Reading<PictureClock> pictureClock() {
        return output.clock();
    }

    /** Stream time of the output at which the source begins: that of its first picture. */
    public Reading<Duration> outputZero() {
        return output.zero();
    }

    /** What is heard of a segment in the output, as far as the clip goes. */
    public Reading<Sound> heard(Segment segment) {
        return heard(segment, Duration.ZERO);
    }

    /** The same without so much at either side. */
    public Reading<Sound> heard(Segment segment, Duration edge) {
        Duration left = broadcast.programme().clip().duration().minus(segment.start());
        Duration length = segment.length().compareTo(left) < 0 ? segment.length() : left;
        return outputSound().flatMap(sound -> outputZero()
                .flatMap(zero -> SoundPart.of(
                        sound, zero.plus(segment.start()).plus(edge), length.minus(edge.multipliedBy(2)))));
    }

    /** How well, and where, the dub of a segment is found in the output. */
    public Reading<SoundMatch> dubInOutput(Segment segment) {
        return segment.dub().flatMap(dub -> findInOutput(segment, dub));
    }

    /** How well, and where, the source of a segment is found in the output, whichever way its polarity is. */
    public Reading<SoundMatch> sourceInOutput(Segment segment) {
        Sound source = broadcast
                .fixture()
                .sound()
                .slice(segment.start(), segment.start().plus(segment.length()));
        return near(source, segment.start(), SoundFinder::findEitherWay);
    }

    /** How well, and where, a part of the source is found in the output; looked for where it belongs. */
    public Reading<SoundMatch> sourceInOutput(Duration start, Duration length) {
        return soundInOutput(broadcast.fixture().sound().slice(start, start.plus(length)), start);
    }

    /** How well, and where, a sound is found in the output; looked for around this time of the source. */
    public Reading<SoundMatch> soundInOutput(Sound needle, Duration start) {
        return near(needle, start, SoundFinder::find);
    }

    /** A way of finding a sound in another between two times. */
    private interface Finder {
        Reading<SoundMatch> find(Sound needle, Sound haystack, Duration from, Duration to);
    }

    private Reading<SoundMatch> near(Sound needle, Duration start, Finder finder) {
        return outputSound().flatMap(heard -> outputZero().flatMap(zero -> {
            Duration expected = zero.plus(start);
            return finder.find(
                    Resampler.resample(needle, heard.sampleRate()),
                    heard,
                    expected.minus(SEARCH),
                    expected.plus(SEARCH));
        }));
    }

    /** Sound against picture where a part of the source is heard as it is. */
    public Reading<SegmentOffsets> originalOffsets(Duration start, Duration length) {
        Sound source = broadcast.fixture().sound();
        Sound part = source.slice(start, start.plus(length));
        return outputSound().flatMap(heard -> pictureClock().flatMap(clock -> outputZero()
                .flatMap(
                        zero -> SegmentOffsets.of(source, part, part, heard, clock, start, zero.plus(start), SEARCH))));
    }

    /** Sound against picture at the start and the end of a segment. */
    public Reading<SegmentOffsets> offsets(Segment segment) {
        return offsets.computeIfAbsent(segment, this::measureOffsets);
    }

    /** The same if a scenario has asked for it; nothing is measured for this. */
    public Optional<SegmentOffsets> measuredOffsets(Segment segment) {
        return Optional.ofNullable(offsets.get(segment)).flatMap(Reading::toOptional);
    }

    /** The larger of both offsets of a segment, in ms, without its sign. */
    public Reading<Double> largestOffset(Segment segment) {
        return offsets(segment).map(SegmentOffsets::worstMs);
    }

    /** Sound against picture at every mark of the marks clip. */
    public Reading<MarksOffset> marks() {
        return outputSound()
                .flatMap(sound -> pictureClock().flatMap(clock -> MarksOffset.of(sound, clock, Clip.FRAME_RATE)));
    }

    private Reading<SegmentOffsets> measureOffsets(Segment segment) {
        return segment.sent().flatMap(sent -> segment.dub()
                .flatMap(dub -> outputSound().flatMap(heard -> pictureClock().flatMap(clock -> outputZero()
                        .flatMap(zero -> SegmentOffsets.of(
                                broadcast.fixture().sound(),
                                sent,
                                dub,
                                heard,
                                clock,
                                segment.start(),
                                zero.plus(segment.start()),
                                SEARCH))))));
    }

    private Reading<SoundMatch> findInOutput(Segment segment, Sound needle) {
        return soundInOutput(needle, segment.start());
    }
}
