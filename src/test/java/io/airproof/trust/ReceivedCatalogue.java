package io.airproof.trust;

import static io.airproof.trust.Targets.*;

import io.airproof.fault.received.ReceivedFault;
import io.airproof.fault.received.ReceivedFaults;
import io.airproof.fixture.Clip;
import io.airproof.media.Sound;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.Programme;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Faults in what the viewer's recorder received. */
final class ReceivedCatalogue {

    private static final double HISS = Math.pow(10, -50 / 20.0);

    private final ReceivedFaults faults;
    private final Sound source;
    private final Sound third;

    ReceivedCatalogue(AcceptanceRun run) {
        this.faults = new ReceivedFaults(run.ffmpeg());
        this.source = run.fixtures().get(Clip.COUNTING_30).sound();
        this.third =
                source.slice(Duration.ofSeconds(12), Duration.ofSeconds(18)).startingAt(Duration.ZERO);
    }

    /** Nothing seeded, and sound that was only encoded once more: nothing may turn red. */
    List<SeededFault> controls() {
        return List.of(
                control("control", COUNTING, new Damage.None()),
                control("control-marks", MARKS, new Damage.None()),
                control("control-tone", TONE, new Damage.None()),
                control("control-echoed", ECHOED, new Damage.None()),
                control("control-pauses", PAUSES, new Damage.None()),
                control("control-music", MUSIC, new Damage.None()),
                control("control-tail", TAIL_62, new Damage.None()),
                control("control-late", LATE, new Damage.None()));
    }

    private static SeededFault control(String id, Programme target, Damage damage) {
        return new SeededFault(id, "nothing", target, Set.of(), damage);
    }

    List<SeededFault> faults() {
        return List.of(
                seeded(
                        "sound-150-late",
                        "sound 150 ms late",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(150)),
                        "DUB-049"),
                seeded(
                        "sound-150-early",
                        "sound 150 ms early",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(-150)),
                        "DUB-049"),
                seeded(
                        "sound-300-late",
                        "sound 300 ms late",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(300)),
                        "DUB-049"),
                seeded(
                        "sound-40-late",
                        "sound 40 ms late: in sync by the users' limit, off its place",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(40)),
                        "DUB-010"),
                seeded(
                        "sound-40-early",
                        "sound 40 ms early",
                        COUNTING,
                        faults.audioShifted(Duration.ofMillis(-40)),
                        "DUB-010"),
                seeded(
                        "sound-drifts-5",
                        "sound drifts by 5 ms each second",
                        COUNTING,
                        faults.audioDrifting(5),
                        "DUB-049",
                        "DUB-010"),
                seeded(
                        "marks-150-late",
                        "beeps 150 ms late",
                        MARKS,
                        faults.audioShifted(Duration.ofMillis(150)),
                        "DUB-049"),
                seeded(
                        "marks-150-early",
                        "beeps 150 ms early",
                        MARKS,
                        faults.audioShifted(Duration.ofMillis(-150)),
                        "DUB-049"),
                seeded(
                        "marks-50-early",
                        "beeps 50 ms early: beyond broadcast limits",
                        MARKS,
                        faults.audioShifted(Duration.ofMillis(-50)),
                        "DUB-050"),
                seeded(
                        "marks-80-late",
                        "beeps 80 ms late: beyond broadcast limits",
                        MARKS,
                        faults.audioShifted(Duration.ofMillis(80)),
                        "DUB-050"),
                seeded("marks-drift", "sound drifts by 1 ms each second", MARKS, faults.audioDrifting(1), "DUB-051"),
                seeded(
                        "marks-muted",
                        "two beeps missing",
                        MARKS,
                        faults.muted(Duration.ofMillis(20500), Duration.ofSeconds(2)),
                        "DUB-049"),
                seeded("frame-lost", "one frame lost", COUNTING, faults.pictureLost(100), "DUB-053"),
                seeded("last-frame-lost", "the last frame lost", COUNTING, faults.pictureLost(899), "DUB-053"),
                seeded(
                        "first-frame-lost",
                        "the first frame lost",
                        COUNTING,
                        faults.pictureLost(0),
                        "DUB-013",
                        "DUB-053"),
                seeded("frame-repeated", "one frame twice", COUNTING, faults.pictureRepeated(450), "DUB-053"),
                seeded(
                        "frames-swapped",
                        "two frames in the wrong order",
                        COUNTING,
                        faults.picturesSwapped(200, 201),
                        "DUB-053"),
                seeded(
                        "picture-frozen",
                        "picture frozen for a second",
                        COUNTING,
                        faults.picturesFrozen(300, 30),
                        "DUB-053"),
                seeded(
                        "frames-damaged",
                        "slices of ten frames damaged",
                        COUNTING,
                        faults.corruptPictures(500, 10),
                        "DUB-053"),
                seeded(
                        "video-reencoded",
                        "video encoded anew at 300 kbit/s",
                        COUNTING,
                        faults.videoReencoded(300),
                        "DUB-053"),
                seeded(
                        "stamps-jump-500",
                        "time stamps jump by 0.5 s",
                        COUNTING,
                        faults.timestampsJump(Duration.ofSeconds(15), Duration.ofMillis(500)),
                        "DUB-056"),
                seeded(
                        "sound-stamps-jump-60",
                        "time stamps of the sound jump by 60 ms",
                        COUNTING,
                        faults.audioTimestampsJump(Duration.ofSeconds(15), Duration.ofMillis(60)),
                        "DUB-056"),
                seeded(
                        "sound-stamps-jump-200",
                        "time stamps of the sound jump by 200 ms",
                        COUNTING,
                        faults.audioTimestampsJump(Duration.ofSeconds(15), Duration.ofMillis(200)),
                        "DUB-056",
                        "DUB-049"),
                seeded(
                        "sound-packets-lost",
                        "a tenth of a second of sound packets lost",
                        COUNTING,
                        faults.audioPacketsLost(Duration.ofSeconds(10), Duration.ofMillis(100)),
                        "DUB-056"),
                seeded(
                        "tail-cut-1000",
                        "the last second missing",
                        COUNTING,
                        faults.tailCut(Duration.ofMillis(1000)),
                        "DUB-007"),
                seeded(
                        "tail-cut-100",
                        "the last 100 ms missing",
                        COUNTING,
                        faults.tailCut(Duration.ofMillis(100)),
                        "DUB-053"),
                seeded(
                        "head-cut",
                        "the first second missing",
                        COUNTING,
                        faults.headCut(Duration.ofSeconds(1)),
                        "DUB-013",
                        "DUB-053"),
                seeded(
                        "sound-tail-cut",
                        "the last two seconds of sound missing",
                        COUNTING,
                        faults.audioTailCut(Duration.ofSeconds(2)),
                        "DUB-009",
                        "DUB-049"),
                seeded(
                        "arrival-stalls",
                        "everything after 12 s comes 3 s later",
                        COUNTING,
                        faults.arrivalStalls(Duration.ofSeconds(12), Duration.ofSeconds(3)),
                        "DUB-058"),
                seeded("no-sound", "no sound at all", COUNTING, faults.noAudio(), "DUB-006", "DUB-009"),
                seeded("no-picture", "no picture at all", COUNTING, faults.noVideo(), "DUB-006", "DUB-007", "DUB-053"),
                seeded(
                        "half-missing",
                        "the second half missing",
                        COUNTING,
                        faults.truncatedFile(0.5),
                        "DUB-007",
                        "DUB-053"),
                seeded(
                        "nothing-received",
                        "nothing received",
                        COUNTING,
                        faults.empty(),
                        "DUB-006",
                        "DUB-007",
                        "DUB-053"),
                seeded("clipped", "sound overloaded by 20 dB", COUNTING, faults.clipped(20), "DUB-048"),
                seeded("quieter-6", "sound 6 dB quieter", COUNTING, faults.quieter(6), "DUB-048"),
                seeded(
                        "voice-under-10",
                        "the original voice under the dub, 10 dB down",
                        COUNTING,
                        faults.mixedUnder(source, Duration.ZERO, -10),
                        "DUB-054"),
                seeded(
                        "voice-under-16",
                        "the original voice under the dub, 16 dB down",
                        COUNTING,
                        faults.mixedUnder(source, Duration.ZERO, -16),
                        "DUB-054"),
                seeded(
                        "voice-beside-dub",
                        "the original voice as loud as the dub",
                        COUNTING,
                        faults.mixedUnder(source, Duration.ZERO, 0),
                        "DUB-054",
                        "DUB-142"),
                seeded(
                        "original-segment",
                        "the original in place of one dub",
                        COUNTING,
                        faults.segmentReplaced(Duration.ofSeconds(12), third),
                        "DUB-009",
                        "DUB-142"),
                seeded(
                        "dubs-swapped-in-output",
                        "two dubs in each other's place",
                        COUNTING,
                        faults.segmentsSwapped(Duration.ofSeconds(6), Duration.ofSeconds(12), Duration.ofSeconds(6)),
                        "DUB-009"),
                seeded(
                        "dub-muted",
                        "a dub missing",
                        COUNTING,
                        faults.muted(Duration.ofSeconds(12), Duration.ofSeconds(6)),
                        "DUB-009"),
                seeded(
                        "dub-muted-2",
                        "two seconds of a dub missing",
                        COUNTING,
                        faults.muted(Duration.ofSeconds(13), Duration.ofSeconds(2)),
                        "DUB-009"),
                seeded("polarity", "polarity turned", COUNTING, faults.invertedPolarity(), "DUB-009"),
                seeded("mono", "one channel instead of two", ECHOED, faults.mono(), "DUB-060"),
                seeded(
                        "echo-muted",
                        "a segment silent",
                        ECHOED,
                        faults.muted(Duration.ofSeconds(6), Duration.ofSeconds(6)),
                        "DUB-011"),
                seeded(
                        "tone-gap-30",
                        "a gap of 30 ms in a tone",
                        TONE,
                        faults.gap(Duration.ofMillis(8300), Duration.ofMillis(30)),
                        "DUB-055"),
                seeded(
                        "tone-gap-at-join",
                        "a gap of 15 ms at a join",
                        TONE,
                        faults.gap(Duration.ofMillis(6000), Duration.ofMillis(15)),
                        "DUB-055"),
                seeded(
                        "tone-click",
                        "a click of 2 ms in a tone",
                        TONE,
                        faults.click(Duration.ofMillis(9700)),
                        "DUB-055"),
                seeded(
                        "hum-in-pauses",
                        "hiss at -50 dBFS where nobody speaks",
                        PAUSES,
                        faults.sound(ReceivedCatalogue::hiss),
                        "DUB-061"),
                seeded(
                        "music-replaced",
                        "music silenced in one segment",
                        MUSIC,
                        faults.muted(Duration.ZERO, Duration.ofSeconds(6)),
                        "DUB-046"),
                seeded(
                        "tail-62-lost",
                        "the tail of 2 s missing",
                        TAIL_62,
                        faults.tailCut(Duration.ofSeconds(2)),
                        "DUB-064"),
                seeded(
                        "tail-60-8-lost",
                        "the short tail missing",
                        TAIL_60_8,
                        faults.tailCut(Duration.ofMillis(800)),
                        "DUB-065"),
                seeded(
                        "late-stall",
                        "the viewer waits half a second",
                        LATE,
                        faults.arrivalStalls(Duration.ofSeconds(20), Duration.ofMillis(500)),
                        "DUB-057"),
                seeded(
                        "late-jump",
                        "sound jumps by 30 ms",
                        LATE,
                        faults.audioTimestampsJump(Duration.ofSeconds(20), Duration.ofMillis(30)),
                        "DUB-057"),
                seeded(
                        "uncued-loss",
                        "another five seconds lost at the start",
                        UNCUED,
                        faults.headCut(Duration.ofSeconds(5)),
                        "DUB-013"));
    }

    private static SeededFault seeded(
            String id, String what, Programme target, ReceivedFault fault, String... expected) {
        return new SeededFault(id, what, target, Set.of(expected), new Damage.Received(fault));
    }

    private static Sound hiss(Sound sound) {
        Random random = new Random(50);
        float[] samples = sound.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (HISS * random.nextGaussian());
        }
        return new Sound(samples, sound.sampleRate(), sound.start());
    }
}
