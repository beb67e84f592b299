package io.airproof.fault.received;

import io.airproof.driver.record.ArrivedTag;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Damages of time stamps and arrival times; the content of every packet stays. */
final class TimeFaults {

    private static final double MS_PER_SECOND = 1000;

    private TimeFaults() {}

    static ReceivedFault audioShifted(Duration by) {
        return received -> Received.changed(
                received,
                Received::isSound,
                packet -> Received.stamped(packet, packet.tag().timestampMs() + by.toMillis()));
    }

    static ReceivedFault audioDrifting(double msPerSecond) {
        return received -> {
            long zero = Received.zero(received).toMillis();
            return Received.changed(received, Received::isSound, packet -> {
                long stamp = packet.tag().timestampMs();
                return Received.stamped(packet, stamp + Math.round((stamp - zero) * msPerSecond / MS_PER_SECOND));
            });
        };
    }

    static ReceivedFault jump(Predicate<ArrivedTag> which, Duration at, Duration by) {
        return received -> {
            long from = Received.zero(received).plus(at).toMillis();
            return Received.changed(
                    received,
                    which.and(packet -> packet.tag().timestampMs() >= from),
                    packet -> Received.stamped(packet, packet.tag().timestampMs() + by.toMillis()));
        };
    }

    static ReceivedFault arrivalStalls(Duration at, Duration length) {
        return received -> {
            Duration from = Received.zero(received).plus(at);
            List<Integer> late = Received.places(
                    received,
                    packet -> packet.tag().isMedia() && packet.tag().pts().compareTo(from) >= 0);
            if (late.isEmpty()) {
                throw new IllegalArgumentException("nothing was received from %s on".formatted(at));
            }
            int first = late.get(0);
            List<ArrivedTag> result = new java.util.ArrayList<>(received.subList(0, first));
            received.subList(first, received.size()).stream()
                    .map(packet ->
                            new ArrivedTag(packet.tag(), packet.arrivedAt().plus(length)))
                    .forEach(result::add);
            return List.copyOf(result);
        };
    }
}
