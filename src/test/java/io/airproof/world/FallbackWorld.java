package io.airproof.world;

import io.airproof.measure.Level;
import io.airproof.measure.Reading;
import io.airproof.measure.SoundMatch;
import io.airproof.media.Sound;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which of the two a viewer hears in a segment: the dub or the original. */
public final class FallbackWorld {

    private static final double NANOS_PER_MS = 1e6;

    private final PublisherWorld publisher;

    public FallbackWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** How well the source is found in the output, in these segments. */
    public List<Figure> originalIn(Set<Integer> segments) {
        return slots(
                segments,
                start -> publisher.broadcast().sourceInOutput(start, length()).map(SoundMatch::correlation));
    }

    /** The same in all segments of the clip. */
    public List<Figure> originalEverywhere() {
        return originalIn(all());
    }

    /** How well the dub that was delivered is found in the output, in these segments. */
    public List<Figure> dubIn(Set<Integer> segments) {
        return dubs(segments, SoundMatch::correlation);
    }

    /** The same in all segments of the clip. */
    public List<Figure> dubEverywhere() {
        return dubIn(all());
    }

    /** How far the dub is from the place of its segment, in these segments, in ms. */
    public List<Figure> dubPlaces(Set<Integer> segments) {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return segments.stream()
                .sorted()
                .map(number -> new Figure(
                        where(number),
                        dub(number).flatMap(dub -> broadcast.outputZero().flatMap(zero -> broadcast
                                .soundInOutput(dub, start(number))
                                .map(match -> Math.abs(match.at()
                                                .minus(zero)
                                                .minus(start(number))
                                                .toNanos()
                                        / NANOS_PER_MS))))))
                .toList();
    }

    /** How much louder the output is than the source, in these segments, dB without sign. */
    public List<Figure> levelAgainstSource(Set<Integer> segments) {
        AnalysedBroadcast broadcast = publisher.broadcast();
        Sound source = broadcast.broadcast().fixture().sound();
        return slots(segments, start -> broadcast
                .outputSound()
                .flatMap(output -> broadcast.outputZero().map(zero -> {
                    Duration from = zero.plus(start);
                    return Math.abs(Level.rmsDbfs(output.slice(from, from.plus(length())))
                            - Level.rmsDbfs(source.slice(start, start.plus(length()))));
                })));
    }

    /** The same in all segments of the clip. */
    public List<Figure> levelAgainstSource() {
        return levelAgainstSource(all());
    }

    /** Sound against picture where the original is heard, in all segments, in ms. */
    public List<Figure> originalOffsets() {
        return slots(
                all(),
                start -> publisher.broadcast().originalOffsets(start, length()).map(offsets -> offsets.worstMs()));
    }

    /** How many segments of the output hold the original, at this correlation or better. */
    public Reading<Integer> originals(double correlation) {
        Reading<Integer> count = Reading.measured(0);
        for (Figure figure : originalEverywhere()) {
            count = count.flatMap(before -> figure.value().map(value -> before + (value >= correlation ? 1 : 0)));
        }
        return count;
    }

    private List<Figure> dubs(Set<Integer> segments, Function<SoundMatch, Double> what) {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return segments.stream()
                .sorted()
                .map(number -> new Figure(where(number), dub(number).flatMap(dub -> broadcast
                        .soundInOutput(dub, start(number))
                        .map(what))))
                .toList();
    }

    private Reading<Sound> dub(int number) {
        Optional<Segment> segment = publisher.broadcast().segments().stream()
                .filter(one -> one.number() == number)
                .findFirst();
        return segment.map(Segment::dub)
                .orElseGet(() -> Reading.unmeasurable("no fragment of segment " + number + " was sent"));
    }

    private List<Figure> slots(Set<Integer> segments, Function<Duration, Reading<Double>> measure) {
        return segments.stream()
                .sorted()
                .map(number -> new Figure(where(number), measure.apply(start(number))))
                .toList();
    }

    private Set<Integer> all() {
        Duration clip = publisher.broadcast().broadcast().programme().clip().duration();
        int count = (int) (clip.toNanos() / length().toNanos());
        return java.util.stream.Stream.iterate(0, number -> number + 1)
                .limit(count)
                .collect(java.util.stream.Collectors.toSet());
    }

    private Duration length() {
        return publisher.broadcast().broadcast().programme().settings().segmentLength();
    }

    private Duration start(int number) {
        return length().multipliedBy(number);
    }

    private String where(int number) {
        return "segment %d (%d–%d s)"
                .formatted(number, start(number).toSeconds(), start(number + 1).toSeconds());
    }
}
