package io.airproof.world;

import io.airproof.driver.publish.PublicationRecord;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.fixture.Clip;
import io.airproof.measure.FrameNumbers;
import io.airproof.measure.Latency;
import io.airproof.measure.Reading;
import io.airproof.measure.TimestampSteps;
import io.airproof.measure.VideoIdentity;
import io.airproof.media.CodedPicture;
import io.airproof.media.CodedPictures;
import io.airproof.media.FlvTag;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The output frame by frame: which frames of the clip they are, at which time stamps, and when they came. */
public final class FrameWorld {

    private static final String WHOLE = "whole output";
    private static final int NAMED = 10;
    private static final int AAC_FRAME = 1024;
    private static final double MS_PER_SECOND = 1000;
    private static final double NANOS_PER_MS = 1e6;

    private final PublisherWorld publisher;

    public FrameWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** Frames of the clip that the viewer never got. */
    public List<Figure> lost() {
        return frames(VideoIdentity::lost);
    }

    /** Frames that came more than once. */
    public List<Figure> repeated() {
        return frames(VideoIdentity::repeated);
    }

    /** Frames at a wrong place. */
    public List<Figure> reordered() {
        return frames(VideoIdentity::reordered);
    }

    /** Frames whose coded slices are not those that were published. */
    public List<Figure> altered() {
        return frames(VideoIdentity::altered);
    }

    /** Pictures that belong to no frame of the clip. */
    public List<Figure> foreign() {
        return frames(VideoIdentity::foreign);
    }

    /** Number of the first frame that the viewer got. */
    public List<Figure> first() {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return List.of(new Figure(
                "first picture of the output",
                broadcast.outputPictures().flatMap(pictures -> number(broadcast.frameNumbers(), pictures.get(0)))));
    }

    /** Steps of presentation time that are shorter than half a frame or longer than one and a half. */
    public List<Figure> irregularPictures() {
        Duration frame = Duration.ofNanos(Math.round(1e9 / Clip.FRAME_RATE));
        return List.of(irregular("picture", FlvTag::isAvc, frame));
    }

    /** The same for sound; a frame of AAC has 1024 samples. */
    public List<Figure> irregularSound() {
        int rate = publisher.broadcast().broadcast().fixture().sound().sampleRate();
        return List.of(irregular("sound", FlvTag::isAac, Duration.ofNanos(Math.round(AAC_FRAME * 1e9 / rate))));
    }

    /** The longest time between the arrivals of two pictures at the viewer, in ms. */
    public List<Figure> longestArrivalGap() {
        Reading<Figure> longest = publisher.broadcast().broadcast().recording().flatMap(FrameWorld::longestGap);
        return List.of(longest.toOptional().orElseGet(() -> new Figure(WHOLE, longest.map(figure -> 0.0))));
    }

    private static Reading<Figure> longestGap(Recording recording) {
        return ArrivalGaps.longest("output", ArrivalGaps.pictures(recording))
                .<Reading<Figure>>map(gap ->
                        Reading.measured(Figure.of(gap.where(), gap.length().toNanos() / NANOS_PER_MS)))
                .orElseGet(() -> Reading.unmeasurable("fewer than two pictures came"));
    }

    /** The longest way of a frame from the broadcaster to the viewer, in seconds. */
    public List<Figure> longestLatency() {
        return List.of(latency());
    }

    /** The same less the slowest result of the STS: what the service itself adds, in seconds. */
    public List<Figure> latencyBesidesTheSts() {
        Duration slowest = publisher.broadcast().segments().stream()
                .flatMap(segment -> segment.turnaround().toOptional().stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Figure whole = latency();
        return List.of(new Figure(
                "%s, less %.2f s of the slowest result".formatted(whole.where(), slowest.toMillis() / MS_PER_SECOND),
                whole.value().map(seconds -> seconds - slowest.toMillis() / MS_PER_SECOND)));
    }

    private Figure latency() {
        AnalysedBroadcast broadcast = publisher.broadcast();
        Reading<Latency> longest = broadcast.broadcast().publication().flatMap(published -> broadcast
                .broadcast()
                .recording()
                .flatMap(recording -> Latency.longest(sent(published), arrived(recording))));
        String where = longest.toOptional()
                .map(latency -> "frame %d, %s".formatted(latency.frame(), segmentOf(latency.frame())))
                .orElse(WHOLE);
        return Figure.seconds(where, longest.map(Latency::value));
    }

    private String segmentOf(int frame) {
        int second = frame / Clip.FRAME_RATE;
        long segment = second / Segment.LENGTH.toSeconds();
        return "in segment " + segment;
    }

    private static Map<Integer, Instant> sent(PublicationRecord published) {
        Map<Integer, Instant> sent = new HashMap<>();
        published.sent().stream()
                .filter(packet -> packet.kind() == FlvTag.Kind.VIDEO)
                .forEach(packet -> sent.put(
                        Math.toIntExact(Math.round(packet.contentTime().toMillis() * Clip.FRAME_RATE / MS_PER_SECOND)),
                        packet.at()));
        return sent;
    }

    private Map<Integer, Instant> arrived(Recording recording) {
        FrameNumbers numbers = publisher.broadcast().frameNumbers();
        Map<Integer, Instant> arrived = new HashMap<>();
        for (ArrivedTag one : recording.tags()) {
            CodedPictures.of(List.of(one.tag())).stream()
                    .flatMapToInt(picture -> numbers.numberOf(picture).stream())
                    .forEach(number -> arrived.putIfAbsent(number, one.arrivedAt()));
        }
        return arrived;
    }

    private Figure irregular(String what, java.util.function.Predicate<FlvTag> track, Duration nominal) {
        Reading<TimestampSteps> steps = publisher
                .broadcast()
                .outputTags()
                .flatMap(tags -> TimestampSteps.of(
                        tags.stream()
                                .filter(track)
                                .filter(FlvTag::isMedia)
                                .map(FlvTag::pts)
                                .skip(1) // the frame that opens the output stands alone, before playout begins
                                // (contract 5.5)
                                .toList(),
                        nominal));
        String where = steps.toOptional()
                .map(all -> "%d steps of %s, %.1f to %.1f ms"
                        .formatted(
                                all.steps(),
                                what,
                                all.min().toNanos() / 1e6,
                                all.max().toNanos() / 1e6))
                .orElse("steps of " + what);
        return new Figure(where, steps.map(all -> (double) all.irregular()));
    }

    private List<Figure> frames(Function<VideoIdentity, List<?>> which) {
        Reading<List<?>> found = publisher.broadcast().videoIdentity().map(which);
        String where = found.toOptional()
                .filter(list -> !list.isEmpty())
                .map(list -> WHOLE + ": " + list.subList(0, Math.min(NAMED, list.size())))
                .orElse(WHOLE);
        return List.of(new Figure(where, found.map(list -> (double) list.size())));
    }

    private static Reading<Double> number(FrameNumbers numbers, CodedPicture picture) {
        return numbers.numberOf(picture).stream()
                .mapToObj(number -> Reading.measured((double) number))
                .findFirst()
                .orElseGet(() -> Reading.unmeasurable("the first picture of the output is no frame of the clip"));
    }
}
