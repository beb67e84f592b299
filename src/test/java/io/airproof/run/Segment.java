package io.airproof.run;

import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.media.Sound;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One segment as it was seen on the wire: the fragment that was sent and the result that came back for it.
 *
 * @param number place in the stream, from 0
 * @param length how long a whole segment of this stream is
 * @param fragment the {@code fragment:data}
 * @param result the first {@code fragment:processed} for it, if one came
 * @param sent the fragment's audio, decoded
 * @param dub the result's audio, decoded
 */
public record Segment(
        int number,
        Duration length,
        WireEvent fragment,
        Optional<WireEvent> result,
        Reading<Sound> sent,
        Reading<Sound> dub) {

    /** The usual length of a segment: {@code WORKER_SEGMENT_DURATION}, 6 s (contract dubbing §2.4). */
    public static final Duration LENGTH = Duration.ofSeconds(6);

    /** Where the segment begins in the source. */
    public Duration start() {
        return length.multipliedBy(number);
    }

    /** Whether the STS says that it dubbed it. */
    public boolean dubbed() {
        return result.map(event -> event.text("status").equals("success")).orElse(false);
    }

    /** From {@code fragment:data} to {@code fragment:processed}, as the worker lives it: with the way of the result. */
    public Reading<Duration> turnaround() {
        return result.<Reading<Duration>>map(
                        event -> Reading.measured(Duration.between(fragment.at(), event.deliveredAt())))
                .orElseGet(() -> Reading.unmeasurable("no result came for fragment " + number));
    }

    /** When the worker got the result. */
    public Optional<Instant> answeredAt() {
        return result.map(WireEvent::deliveredAt);
    }

    /** A text member of the result; empty text if it is missing or null. */
    public String text(String member) {
        return result.map(event -> event.text(member)).orElse("");
    }

    /** For a report: "segment 3 (18–24 s)". */
    public String where() {
        return "segment %d (%d–%d s)"
                .formatted(number, start().toSeconds(), start().plus(length).toSeconds());
    }
}
