package io.airproof.fault.received;

import io.airproof.driver.record.ArrivedTag;
import io.airproof.media.FlvTag;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Finds and changes packets in what was received. */
final class Received {

    /** Where the presentation offset of a picture stands: three bytes, big endian (FLV 10.1, E.4.3.1). */
    private static final int COMPOSITION_AT = 2;

    private static final int COMPOSITION_BYTES = 3;

    private Received() {}

    /** A picture of H.264, no header. */
    static boolean isPicture(ArrivedTag packet) {
        return packet.tag().isAvc() && packet.tag().isMedia();
    }

    /** A frame of AAC, no header. */
    static boolean isSound(ArrivedTag packet) {
        return packet.tag().isAac() && packet.tag().isMedia();
    }

    /** Presentation time of the first picture as stamped: stream time 0. */
    static Duration zero(List<ArrivedTag> received) {
        return firstPts(received, Received::isPicture, "picture");
    }

    /** Presentation time of the first packet of a kind as stamped. */
    static Duration firstPts(List<ArrivedTag> received, Predicate<ArrivedTag> which, String name) {
        return received.stream()
                .filter(which)
                .map(packet -> packet.tag().pts())
                .min(Duration::compareTo)
                .orElseThrow(() -> nothing(name, received));
    }

    /** Presentation time of the last packet of a kind as stamped. */
    static Duration lastPts(List<ArrivedTag> received, Predicate<ArrivedTag> which, String name) {
        return received.stream()
                .filter(which)
                .map(packet -> packet.tag().pts())
                .max(Duration::compareTo)
                .orElseThrow(() -> nothing(name, received));
    }

    /** Places of packets in the list. */
    static List<Integer> places(List<ArrivedTag> received, Predicate<ArrivedTag> which) {
        return IntStream.range(0, received.size())
                .filter(i -> which.test(received.get(i)))
                .boxed()
                .toList();
    }

    /** Where the picture with a number stands in the list. */
    static int placeOfPicture(List<ArrivedTag> received, int number) {
        List<Integer> places = places(received, Received::isPicture);
        if (number < 0 || number >= places.size()) {
            throw new IllegalArgumentException(
                    "there is no picture %d among the %d received".formatted(number, places.size()));
        }
        return places.get(number);
    }

    /** Every packet that fits is changed; at least one must fit. */
    static List<ArrivedTag> changed(
            List<ArrivedTag> received, Predicate<ArrivedTag> which, UnaryOperator<ArrivedTag> change) {
        requireAny(received, which);
        return received.stream()
                .map(packet -> which.test(packet) ? change.apply(packet) : packet)
                .toList();
    }

    /** Every packet that fits is taken out; at least one must fit. */
    static List<ArrivedTag> without(List<ArrivedTag> received, Predicate<ArrivedTag> which) {
        requireAny(received, which);
        return received.stream().filter(which.negate()).toList();
    }

    /** The packet stamped otherwise; what would be before 0 is stamped 0, since FLV knows nothing earlier. */
    static ArrivedTag stamped(ArrivedTag packet, long timestampMs) {
        return new ArrivedTag(packet.tag().at(Math.toIntExact(Math.max(0, timestampMs))), packet.arrivedAt());
    }

    /** The packet with another body. */
    static ArrivedTag carrying(ArrivedTag packet, byte[] data) {
        return new ArrivedTag(new FlvTag(packet.tag().kind(), packet.tag().timestampMs(), data), packet.arrivedAt());
    }

    /** What one picture shows at the decoding, presentation and arrival time of another. */
    static ArrivedTag showing(ArrivedTag place, FlvTag content) {
        byte[] data = content.data().clone();
        System.arraycopy(place.tag().data(), COMPOSITION_AT, data, COMPOSITION_AT, COMPOSITION_BYTES);
        return carrying(place, data);
    }

    /** A picture at the decoding and arrival time of another and at a presentation time of its own, in ms. */
    static ArrivedTag showing(ArrivedTag place, FlvTag content, long ptsMs) {
        int offset = Math.toIntExact(ptsMs - place.tag().timestampMs());
        byte[] data = content.data().clone();
        data[COMPOSITION_AT] = (byte) (offset >>> 16);
        data[COMPOSITION_AT + 1] = (byte) (offset >>> 8);
        data[COMPOSITION_AT + 2] = (byte) offset;
        return carrying(place, data);
    }

    private static void requireAny(List<ArrivedTag> received, Predicate<ArrivedTag> which) {
        if (received.stream().noneMatch(which)) {
            throw new IllegalArgumentException(
                    "the damage does not fit any of the %d packets received".formatted(received.size()));
        }
    }

    private static IllegalArgumentException nothing(String name, List<ArrivedTag> received) {
        return new IllegalArgumentException("there is no %s among %d packets".formatted(name, received.size()));
    }
}
