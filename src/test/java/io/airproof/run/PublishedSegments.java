package io.airproof.run;

import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.measure.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When each segment had been published in full, as a viewer saw it. */
public final class PublishedSegments {

    /** What is read this close to the end of a segment may mean it or the one before. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final List<Published> ends;

    private record Published(Segment segment, Instant at) {}

    private PublishedSegments(List<Published> ends) {
        this.ends = ends;
    }

    /** Reads the arrival of each segment's last picture from the recording. */
    public static PublishedSegments of(AnalysedBroadcast broadcast) {
        List<Published> ends = new ArrayList<>();
        if (broadcast.broadcast().recording() instanceof Measured<Recording> recorded
                && broadcast.outputZero() instanceof Measured<Duration> zero) {
            for (Segment segment : broadcast.segments()) {
                Duration end = zero.value().plus(segment.start()).plus(segment.length());
                recorded.value().tags().stream()
                        .filter(arrived ->
                                arrived.tag().isAvc() && arrived.tag().isMedia())
                        .filter(arrived -> arrived.tag().pts().compareTo(end) < 0)
                        .map(ArrivedTag::arrivedAt)
                        .max(Instant::compareTo)
                        .ifPresent(at -> ends.add(new Published(segment, at)));
            }
        }
        return new PublishedSegments(List.copyOf(ends));
    }

    /** The segment that had been published last at a moment; empty before the first and close to a change. */
    public Optional<Segment> lastAt(Instant moment) {
        boolean atAChange = ends.stream()
                .anyMatch(end -> Duration.between(end.at(), moment).abs().compareTo(MARGIN) < 0);
        if (atAChange) {
            return Optional.empty();
        }
        return ends.stream()
                .filter(end -> end.at().isBefore(moment))
                .reduce((earlier, later) -> later)
                .map(Published::segment);
    }
}
