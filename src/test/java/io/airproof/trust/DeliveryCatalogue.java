package io.airproof.trust;

import static io.airproof.trust.Targets.COUNTING;
import static io.airproof.trust.Targets.LATE;
import static io.airproof.trust.Targets.TAIL_60_8;
import static io.airproof.trust.Targets.TAIL_62;
import static io.airproof.trust.Targets.UNCUED;

import io.airproof.fault.received.ReceivedFaults;
import java.time.Duration;
import java.util.List;

/** Faults in how packets reach a viewer: time stamps that jump, parts that are missing, arrivals that stall. */
final class DeliveryCatalogue {

    private DeliveryCatalogue() {}

    /** Each of them. */
    static List<SeededFault> faults(ReceivedFaults faults) {
        return List.of(
                SeededFault.received(
                        "stamps-jump-500",
                        "time stamps jump by 0.5 s",
                        COUNTING,
                        faults.timestampsJump(Duration.ofSeconds(15), Duration.ofMillis(500)),
                        "DUB-056"),
                SeededFault.received(
                        "sound-stamps-jump-60",
                        "time stamps of the sound jump by 60 ms",
                        COUNTING,
                        faults.audioTimestampsJump(Duration.ofSeconds(15), Duration.ofMillis(60)),
                        "DUB-056"),
                SeededFault.received(
                        "sound-stamps-jump-200",
                        "time stamps of the sound jump by 200 ms",
                        COUNTING,
                        faults.audioTimestampsJump(Duration.ofSeconds(15), Duration.ofMillis(200)),
                        "DUB-056",
                        "DUB-049"),
                SeededFault.received(
                        "sound-packets-lost",
                        "a tenth of a second of sound packets lost",
                        COUNTING,
                        faults.audioPacketsLost(Duration.ofSeconds(10), Duration.ofMillis(100)),
                        "DUB-056"),
                SeededFault.received(
                        "tail-cut-1000",
                        "the last second missing",
                        COUNTING,
                        faults.tailCut(Duration.ofMillis(1000)),
                        "DUB-007"),
                SeededFault.received(
                        "tail-cut-100",
                        "the last 100 ms missing",
                        COUNTING,
                        faults.tailCut(Duration.ofMillis(100)),
                        "DUB-053"),
                SeededFault.received(
                        "head-cut",
                        "the first second missing",
                        COUNTING,
                        faults.headCut(Duration.ofSeconds(1)),
                        "DUB-013",
                        "DUB-053"),
                SeededFault.received(
                        "sound-tail-cut",
                        "the last two seconds of sound missing",
                        COUNTING,
                        faults.audioTailCut(Duration.ofSeconds(2)),
                        "DUB-009",
                        "DUB-049"),
                SeededFault.received(
                        "arrival-stalls",
                        "everything after 12 s comes 3 s later",
                        COUNTING,
                        faults.arrivalStalls(Duration.ofSeconds(12), Duration.ofSeconds(3)),
                        "DUB-058"),
                SeededFault.received("no-sound", "no sound at all", COUNTING, faults.noAudio(), "DUB-006", "DUB-009"),
                SeededFault.received(
                        "no-picture", "no picture at all", COUNTING, faults.noVideo(), "DUB-006", "DUB-007", "DUB-053"),
                SeededFault.received(
                        "half-missing",
                        "the second half missing",
                        COUNTING,
                        faults.truncatedFile(0.5),
                        "DUB-007",
                        "DUB-053"),
                SeededFault.received(
                        "nothing-received",
                        "nothing received",
                        COUNTING,
                        faults.empty(),
                        "DUB-006",
                        "DUB-007",
                        "DUB-053"),
                SeededFault.received(
                        "tail-62-lost",
                        "the tail of 2 s missing",
                        TAIL_62,
                        faults.tailCut(Duration.ofSeconds(2)),
                        "DUB-064"),
                SeededFault.received(
                        "tail-60-8-lost",
                        "the short tail missing",
                        TAIL_60_8,
                        faults.tailCut(Duration.ofMillis(800)),
                        "DUB-065"),
                SeededFault.received(
                        "late-stall",
                        "the viewer waits half a second",
                        LATE,
                        faults.arrivalStalls(Duration.ofSeconds(20), Duration.ofMillis(500)),
                        "DUB-057"),
                SeededFault.received(
                        "late-jump",
                        "sound jumps by 30 ms",
                        LATE,
                        faults.audioTimestampsJump(Duration.ofSeconds(20), Duration.ofMillis(30)),
                        "DUB-057"),
                SeededFault.received(
                        "uncued-loss",
                        "another five seconds lost at the start",
                        UNCUED,
                        faults.headCut(Duration.ofSeconds(5)),
                        "DUB-013"));
    }
}
