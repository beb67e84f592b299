package io.airproof.world;

import io.airproof.measure.MarksOffset;
import io.airproof.measure.Measured;
import io.airproof.measure.Offset;
import io.airproof.measure.Reading;
import io.airproof.measure.SegmentOffsets;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sound against picture, by content alone. Offsets are in ms, without their sign. */
public final class SyncWorld {

    private static final String WHOLE = "whole output";
    private static final double MS_PER_SECOND = 1000;

    private final PublisherWorld publisher;

    public SyncWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** The offset at the start and at the end of every dubbed segment. */
    public List<Figure> segmentOffsets() {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return broadcast.segments().stream()
                .filter(Segment::dubbed)
                .flatMap(segment -> figures(segment.where(), broadcast.offsets(segment), SegmentOffsets::both).stream())
                .toList();
    }

    /** The offset at every mark that was both seen and heard. */
    public List<Figure> markOffsets() {
        return figures("mark", publisher.broadcast().marks(), MarksOffset::offsets);
    }

    /** The share of marks, in percent, that are within these limits; sound early is positive. */
    public List<Figure> marksWithin(double earlyMs, double lateMs) {
        return List.of(new Figure(
                WHOLE,
                publisher
                        .broadcast()
                        .marks()
                        .map(marks -> 100.0
                                * marks.offsets().stream()
                                        .filter(offset -> offset.ms() <= earlyMs && offset.ms() >= -lateMs)
                                        .count()
                                / marks.offsets().size())));
    }

    /** By how much the offset at each mark differs from that of the mark a segment before, in ms. */
    public List<Figure> offsetChanges() {
        Reading<MarksOffset> marks = publisher.broadcast().marks();
        if (!(marks instanceof Measured<MarksOffset> measured)) {
            return List.of(new Figure(WHOLE, marks.map(none -> 0.0)));
        }
        List<Offset> offsets = measured.value().offsets();
        int segment = (int) Segment.LENGTH.toSeconds();
        return IntStream.range(segment, offsets.size())
                .mapToObj(i -> Figure.of(
                        "mark at %.2f s of the output"
                                .formatted(offsets.get(i).at().toMillis() / MS_PER_SECOND),
                        Math.abs(offsets.get(i).ms() - offsets.get(i - segment).ms())))
                .toList();
    }

    /** The greatest offset at a mark less the smallest, in ms. */
    public List<Figure> offsetRange() {
        return List.of(new Figure(WHOLE, publisher.broadcast().marks().flatMap(MarksOffset::rangeMs)));
    }

    /** How many flashes have no beep, and beeps no flash. */
    public List<Figure> marksWithoutPartner() {
        return List.of(new Figure(
                WHOLE,
                publisher
                        .broadcast()
                        .marks()
                        .map(marks -> (double) marks.flashesWithoutBeep().size()
                                + marks.beepsWithoutFlash().size())));
    }

    /** How many marks were both seen and heard. */
    public List<Figure> marksFound() {
        return List.of(new Figure(WHOLE, publisher.broadcast().marks().map(marks ->
                (double) marks.offsets().size())));
    }

    private static <T> List<Figure> figures(String where, Reading<T> reading, Function<T, List<Offset>> offsets) {
        if (reading instanceof Measured<T> measured) {
            return offsets.apply(measured.value()).stream()
                    .map(offset -> Figure.of(
                            "%s, at %.2f s of the output"
                                    .formatted(where, offset.at().toMillis() / MS_PER_SECOND),
                            offset.absoluteMs()))
                    .toList();
        }
        return List.of(new Figure(where, reading.map(value -> 0.0)));
    }
}
