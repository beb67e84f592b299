package io.airproof.world;

import io.airproof.driver.publish.PublicationRecord;
import io.airproof.driver.publish.SentPacket;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.measure.Percentiles;
import io.airproof.measure.Reading;
import io.airproof.media.FlvTag;
import io.airproof.run.Broadcast;
import io.airproof.run.ProcessLook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whether a long programme makes the media-service larger or slower. */
public final class GrowthWorld {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double MEGABYTE = 1 << 20;
    private static final double NANOS_PER_MS = 1e6;

    private final PublisherWorld publisher;

    public GrowthWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** Resident memory at the last look less that at the first, in MB. */
    public List<Figure> memory() {
        return List.of(growth("resident memory", look -> look.memory() / MEGABYTE));
    }

    /** Open files at the last look less those at the first. */
    public List<Figure> openFiles() {
        return List.of(growth("open files", ProcessLook::openFiles));
    }

    private Figure growth(String what, ToDoubleFunction<ProcessLook> value) {
        List<ProcessLook> looks = broadcast().surroundings().looks();
        if (looks.size() < 2) {
            return Figure.none(
                    what,
                    "the process was looked at %d times: %s"
                            .formatted(looks.size(), broadcast().happened()));
        }
        ProcessLook first = looks.get(0);
        ProcessLook last = looks.get(looks.size() - 1);
        return Figure.of(
                "%s from %s to %s".formatted(what, first.at(), last.at()),
                value.applyAsDouble(last) - value.applyAsDouble(first));
    }

    /** Median of publishing to seeing in the last minute less that in the first, in ms; pictures are taken in order. */
    public List<Figure> slowing() {
        Reading<List<Duration>> late = broadcast()
                .publication()
                .flatMap(sent -> broadcast().recording().flatMap(got -> lateness(sent, got)));
        return List.of(new Figure("last minute against first", late.flatMap(all -> {
            int frames = Math.toIntExact(MINUTE.toSeconds() * io.airproof.fixture.Clip.FRAME_RATE);
            return all.size() < 2 * frames
                    ? Reading.unmeasurable("the programme has no two minutes")
                    : median(all.subList(all.size() - frames, all.size()))
                            .flatMap(last -> median(all.subList(0, frames)).map(first -> last - first));
        })));
    }

    private static Reading<Double> median(List<Duration> values) {
        return Percentiles.median(values).map(value -> value.toNanos() / NANOS_PER_MS);
    }

    private static Reading<List<Duration>> lateness(PublicationRecord sent, Recording got) {
        List<Instant> left = sent.sent().stream()
                .filter(packet -> packet.kind() == FlvTag.Kind.VIDEO)
                .map(SentPacket::at)
                .toList();
        List<Instant> arrived = got.tags().stream()
                .filter(tag -> tag.tag().isAvc() && tag.tag().isMedia())
                .map(ArrivedTag::arrivedAt)
                .toList();
        if (left.size() != arrived.size()) {
            return Reading.unmeasurable("%d pictures were sent and %d came: which is which is not known"
                    .formatted(left.size(), arrived.size()));
        }
        List<Duration> late = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            late.add(Duration.between(left.get(i), arrived.get(i)));
        }
        return Reading.measured(late);
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
