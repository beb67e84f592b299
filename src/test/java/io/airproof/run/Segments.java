package io.airproof.run;

import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.media.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the segments of a stream in what passed the wire. */
final class Segments {

    private final WireSounds sounds;

    Segments(WireSounds sounds) {
        this.sounds = sounds;
    }

    /** Every fragment that was sent, in order of sending, each with its own result. */
    List<Segment> of(List<WireEvent> wire) {
        List<Segment> segments = new ArrayList<>();
        for (WireEvent fragment : named(wire, Direction.WORKER_TO_STS, "fragment:data")) {
            Optional<WireEvent> result = named(wire, Direction.STS_TO_WORKER, "fragment:processed").stream()
                    .filter(event -> event.text("fragment_id").equals(fragment.text("fragment_id")))
                    .findFirst();
            Reading<Sound> dub = result.map(sounds::of).orElseGet(() -> Reading.unmeasurable("no result came for it"));
            segments.add(new Segment(segments.size(), fragment, result, sounds.of(fragment), dub));
        }
        return List.copyOf(segments);
    }

    static List<WireEvent> named(List<WireEvent> wire, Direction direction, String name) {
        return wire.stream()
                .filter(event -> event.direction() == direction && event.name().equals(name))
                .toList();
    }
}
