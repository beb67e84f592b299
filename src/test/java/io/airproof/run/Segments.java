package io.airproof.run;

import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the segments of a stream in what passed the wire. */
final class Segments {

    private final WireSounds sounds;
    private final Duration length;

    /** Segments of this length. */
    Segments(WireSounds sounds, Duration length) {
        this.sounds = sounds;
        this.length = length;
    }

    /** Every fragment that was sent, in order of sending, each with its own result. */
    List<Segment> of(List<WireEvent> wire) {
        List<Segment> segments = new ArrayList<>();
        for (WireEvent fragment : named(wire, Direction.WORKER_TO_STS, "fragment:data")) {
            Optional<WireEvent> result = named(wire, Direction.STS_TO_WORKER, "fragment:processed").stream()
                    .filter(event -> event.text("fragment_id").equals(fragment.text("fragment_id")))
                    .findFirst();
            Reading<Sound> dub = result.map(sounds::of).orElseGet(() -> Reading.unmeasurable("no result came for it"));
            segments.add(
                    new Segment(number(fragment, segments.size()), length, fragment, result, sounds.of(fragment), dub));
        }
        return List.copyOf(segments);
    }

    /** By the stream time that the fragment states, else by its place: segments that were never sent leave holes. */
    private int number(WireEvent fragment, int place) {
        return Optional.ofNullable(fragment.body().optJSONObject("metadata"))
                .filter(metadata -> metadata.has("pts_ns"))
                .map(metadata -> (int) Math.round((double) metadata.optLong("pts_ns") / length.toNanos()))
                .orElse(place);
    }

    static List<WireEvent> named(List<WireEvent> wire, Direction direction, String name) {
        return wire.stream()
                .filter(event -> event.direction() == direction && event.name().equals(name))
                .toList();
    }
}
