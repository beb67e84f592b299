package io.airproof.trust;

import static io.airproof.trust.Targets.COUNTING;

import io.airproof.fault.received.ReceivedFaults;
import java.util.List;

/** Faults of the pictures that a viewer receives: lost, repeated, reordered, frozen, altered. */
final class PictureCatalogue {

    private PictureCatalogue() {}

    /** Each of them. */
    static List<SeededFault> faults(ReceivedFaults faults) {
        return List.of(
                SeededFault.received("frame-lost", "one frame lost", COUNTING, faults.pictureLost(100), "DUB-053"),
                SeededFault.received(
                        "last-frame-lost", "the last frame lost", COUNTING, faults.pictureLost(899), "DUB-053"),
                SeededFault.received(
                        "first-frame-lost",
                        "the first frame lost",
                        COUNTING,
                        faults.pictureLost(0),
                        "DUB-013",
                        "DUB-053"),
                SeededFault.received(
                        "frame-repeated", "one frame twice", COUNTING, faults.pictureRepeated(450), "DUB-053"),
                SeededFault.received(
                        "frames-swapped",
                        "two frames in the wrong order",
                        COUNTING,
                        faults.picturesSwapped(200, 201),
                        "DUB-053"),
                SeededFault.received(
                        "picture-frozen",
                        "picture frozen for a second",
                        COUNTING,
                        faults.picturesFrozen(300, 30),
                        "DUB-053"),
                SeededFault.received(
                        "frames-damaged",
                        "slices of ten frames damaged",
                        COUNTING,
                        faults.corruptPictures(500, 10),
                        "DUB-053"),
                SeededFault.received(
                        "video-reencoded",
                        "video encoded anew at 300 kbit/s",
                        COUNTING,
                        faults.videoReencoded(300),
                        "DUB-053"));
    }
}
