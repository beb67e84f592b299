package io.airproof.trust;

import static io.airproof.trust.Targets.*;

import io.airproof.fault.received.ReceivedFaults;
import io.airproof.fixture.Clip;
import io.airproof.media.Sound;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.Programme;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Faults in what the viewer's recorder received, and the controls for them. */
final class ReceivedCatalogue {

    private ReceivedCatalogue() {}

    /** Nothing seeded, and sound that was only encoded once more: nothing may turn red. */
    static List<SeededFault> controls() {
        return List.of(
                control("control", COUNTING),
                control("control-marks", MARKS),
                control("control-tone", TONE),
                control("control-echoed", ECHOED),
                control("control-pauses", PAUSES),
                control("control-music", MUSIC),
                control("control-tail", TAIL_62),
                control("control-late", LATE));
    }

    private static SeededFault control(String id, Programme target) {
        return new SeededFault(id, "nothing", target, Set.of(), new Damage.None());
    }

    /** Every fault of this kind, seeded with the tools of a run. */
    static List<SeededFault> faults(AcceptanceRun run) {
        ReceivedFaults faults = new ReceivedFaults(run.ffmpeg());
        Sound source = run.fixtures().get(Clip.COUNTING_30).sound();
        return Stream.of(
                        SyncCatalogue.faults(faults),
                        PictureCatalogue.faults(faults),
                        DeliveryCatalogue.faults(faults),
                        SoundCatalogue.faults(faults, source))
                .flatMap(List::stream)
                .toList();
    }
}
