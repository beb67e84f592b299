package io.airproof.world;

import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How evenly pictures came to a viewer. */
final class ArrivalGaps {

    private ArrivalGaps() {}

    /**
     * The time between two pictures.
     *
     * @param where for people
     * @param length it
     */
    record Gap(String where, Duration length) {}

    /** The pictures of a recording, in order of arrival. */
    static List<ArrivedTag> pictures(Recording recording) {
        return recording.tags().stream()
                .filter(one -> one.tag().isAvc() && one.tag().isMedia())
                .toList();
    }

    /** The longest time between two pictures that follow each other; empty if there are fewer than two. */
    static Optional<Gap> longest(String stream, List<ArrivedTag> pictures) {
        Optional<Gap> longest = Optional.empty();
        for (int i = 1; i < pictures.size(); i++) {
            Duration gap = Duration.between(
                    pictures.get(i - 1).arrivedAt(), pictures.get(i).arrivedAt());
            if (longest.filter(known -> known.length().compareTo(gap) >= 0).isEmpty()) {
                longest = Optional.of(new Gap("picture %d of the %s".formatted(i, stream), gap));
            }
        }
        return longest;
    }
}
