package io.airproof.trust;

import io.airproof.run.AcceptanceRun;
import java.util.List;
import java.util.stream.Stream;

/** All faults that are seeded, with controls between them. */
final class FaultCatalogue {

    /** A control after so many faults: what a fault leaves behind would show there. */
    private static final int CONTROL_EVERY = 12;

    private final List<SeededFault> faults;
    private final List<SeededFault> controls;

    FaultCatalogue(AcceptanceRun run) {
        this.faults = Stream.of(ReceivedCatalogue.faults(run), WireCatalogue.faults(), ToldCatalogue.faults())
                .flatMap(List::stream)
                .toList();
        this.controls = ReceivedCatalogue.controls();
    }

    /** Faults and controls in the order in which they are seeded: all controls first and last, one now and then. */
    List<SeededFault> all() {
        Stream<SeededFault> mixed = Stream.iterate(0, i -> i < faults.size(), i -> i + 1)
                .flatMap(i -> i % CONTROL_EVERY == CONTROL_EVERY - 1
                        ? Stream.of(faults.get(i), controls.get(0))
                        : Stream.of(faults.get(i)));
        return Stream.of(controls.stream(), mixed, controls.stream().limit(2))
                .flatMap(all -> all)
                .toList();
    }
}
