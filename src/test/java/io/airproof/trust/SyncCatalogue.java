package io.airproof.trust;

import static io.airproof.trust.Targets.COUNTING;
import static io.airproof.trust.Targets.MARKS;

import io.airproof.fault.received.ReceivedFaults;
import java.time.Duration;
import java.util.List;

/** Faults of sound against picture: late, early, drifting, marks that lose their partner. */
final class SyncCatalogue {

    private SyncCatalogue() {}

    /** Each of them. */
    static List<SeededFault> faults(ReceivedFaults faults) {
        return List.of(
                SeededFault.received(
                        "sound-150-late",
                        "sound 150 ms late",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(150)),
                        "DUB-049"),
                SeededFault.received(
                        "sound-150-early",
                        "sound 150 ms early",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(-150)),
                        "DUB-049"),
                SeededFault.received(
                        "sound-300-late",
                        "sound 300 ms late",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(300)),
                        "DUB-049"),
                SeededFault.received(
                        "sound-40-late",
                        "sound 40 ms late: in sync by the users' limit, off its place",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(40)),
                        "DUB-010"),
                SeededFault.received(
                        "sound-40-early",
                        "sound 40 ms early",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(-40)),
                        "DUB-010"),
                SeededFault.received(
                        "sound-drifts-5",
                        "sound drifts by 5 ms each second",
                        COUNTING,
                        faults.audioDrifting(5),
                        "DUB-049",
                        "DUB-010"),
                SeededFault.received(
                        "marks-150-late",
                        "beeps 150 ms late",
                        MARKS,
                        faults.audioShifted(Duration.ofMillis(150)),
                        "DUB-049"),
                SeededFault.received(
                        "marks-150-early",
                        "beeps 150 ms early",
                        MARKS,
                        faults.audioShifted(Duration.ofMillis(-150)),
                        "DUB-049"),
                SeededFault.received(
                        "marks-50-early",
                        "beeps 50 ms early: beyond broadcast limits",
                        MARKS,
                        faults.audioShifted(Duration.ofMillis(-50)),
                        "DUB-050"),
                SeededFault.received(
                        "marks-80-late",
                        "beeps 80 ms late: beyond broadcast limits",
                        MARKS,
                        faults.audioShifted(Duration.ofMillis(80)),
                        "DUB-050"),
                SeededFault.received(
                        "marks-drift", "sound drifts by 1 ms each second", MARKS, faults.audioDrifting(1), "DUB-051"),
                SeededFault.received(
                        "marks-muted",
                        "two beeps missing",
                        MARKS,
                        faults.muted(Duration.ofMillis(20500), Duration.ofSeconds(2)),
                        "DUB-049"));
    }
}
