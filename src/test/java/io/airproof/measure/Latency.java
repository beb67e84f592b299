package io.airproof.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * How far the viewer is behind the broadcaster: the wall clock between a frame's sending and its arrival.
 *
 * <p>Exact for the times given. These are noted by two threads on one machine, as soon as the scheduler lets them: 20 ms at
 * most.
 *
 * @param frame number of the frame
 * @param value from sending to arrival; negative if the arrival was noted first
 */
public record Latency(int frame, Duration value) {

    /**
     * The frame that took longest.
     *
     * @param sent when each frame was sent, by number
     * @param arrived when each frame arrived, by number
     * @return unmeasurable if no frame is in both
     */
    public static Reading<Latency> longest(Map<Integer, Instant> sent, Map<Integer, Instant> arrived) {
        return arrived.entrySet().stream()
                .filter(entry -> sent.containsKey(entry.getKey()))
                .map(entry -> new Latency(
                        entry.getKey(),
                        Duration.between(sent.getOrDefault(entry.getKey(), entry.getValue()), entry.getValue())))
                .max(Comparator.comparing(Latency::value))
                .<Reading<Latency>>map(Reading::measured)
                .orElseGet(
                        () -> Reading.unmeasurable("none of the %d frames that arrived is one of the %d that were sent"
                                .formatted(arrived.size(), sent.size())));
    }
}
