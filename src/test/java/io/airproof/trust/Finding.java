package io.airproof.trust;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What the suite made of one fault.
 *
 * @param fault what was seeded
 * @param concerned how many scenarios looked at the damaged programme
 * @param red those that turned red
 */
record Finding(SeededFault fault, int concerned, List<Verdicts.Verdict> red) {

    Finding {
        red = red.stream()
                .sorted(Comparator.comparing(verdict -> verdict.requirements().toString() + verdict.name()))
                .toList();
    }

    /** Seeded nothing: red is a false alarm. */
    boolean isControl() {
        return fault.damage() instanceof Damage.None;
    }

    /** Something turned red. */
    boolean detected() {
        return !red.isEmpty();
    }

    /** One of the promises that the fault breaks turned red. */
    boolean localised() {
        Set<String> expected = fault.expected();
        return red.stream().flatMap(verdict -> verdict.requirements().stream()).anyMatch(expected::contains);
    }
}
