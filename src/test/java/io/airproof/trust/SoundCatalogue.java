package io.airproof.trust;

import static io.airproof.trust.Targets.COUNTING;
import static io.airproof.trust.Targets.ECHOED;
import static io.airproof.trust.Targets.MUSIC;
import static io.airproof.trust.Targets.PAUSES;
import static io.airproof.trust.Targets.TONE;

import io.airproof.fault.received.ReceivedFaults;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Faults of what is heard in the output: level, the original voice, a dub that is missing or another one, gaps, clicks. */
final class SoundCatalogue {

    private static final double HISS = Math.pow(10, -50 / 20.0);

    private static final Duration THIRD = Duration.ofSeconds(12);

    private static final Duration FOURTH = Duration.ofSeconds(18);

    private SoundCatalogue() {}

    /**
     * Each of them.
     *
     * @param source the sound of the counting clip
     */
    static List<SeededFault> faults(ReceivedFaults faults, Sound source) {
        return List.of(
                SeededFault.received("clipped", "sound overloaded by 20 dB", COUNTING, faults.clipped(20), "DUB-048"),
                SeededFault.received("quieter-6", "sound 6 dB quieter", COUNTING, faults.quieter(6), "DUB-048"),
                SeededFault.received(
                        "voice-under-10",
                        "the original voice under the dub, 10 dB down",
                        COUNTING,
                        faults.mixedUnder(source, Duration.ZERO, -10),
                        "DUB-054"),
                SeededFault.received(
                        "voice-under-16",
                        "the original voice under the dub, 16 dB down",
                        COUNTING,
                        faults.mixedUnder(source, Duration.ZERO, -16),
                        "DUB-054"),
                SeededFault.received(
                        "voice-beside-dub",
                        "the original voice as loud as the dub",
                        COUNTING,
                        faults.mixedUnder(source, Duration.ZERO, 0),
                        "DUB-054",
                        "DUB-142"),
                SeededFault.received(
                        "original-segment",
                        "the original in place of one dub",
                        COUNTING,
                        faults.segmentReplaced(
                                THIRD, source.slice(THIRD, FOURTH).startingAt(Duration.ZERO)),
                        "DUB-009",
                        "DUB-142"),
                SeededFault.received(
                        "dubs-swapped-in-output",
                        "two dubs in each other's place",
                        COUNTING,
                        faults.segmentsSwapped(Duration.ofSeconds(6), Duration.ofSeconds(12), Duration.ofSeconds(6)),
                        "DUB-009"),
                SeededFault.received(
                        "dub-muted",
                        "a dub missing",
                        COUNTING,
                        faults.muted(Duration.ofSeconds(12), Duration.ofSeconds(6)),
                        "DUB-009"),
                SeededFault.received(
                        "dub-muted-2",
                        "two seconds of a dub missing",
                        COUNTING,
                        faults.muted(Duration.ofSeconds(13), Duration.ofSeconds(2)),
                        "DUB-009"),
                SeededFault.received("polarity", "polarity turned", COUNTING, faults.invertedPolarity(), "DUB-009"),
                SeededFault.received("mono", "one channel instead of two", ECHOED, faults.mono(), "DUB-060"),
                SeededFault.received(
                        "echo-muted",
                        "a segment silent",
                        ECHOED,
                        faults.muted(Duration.ofSeconds(6), Duration.ofSeconds(6)),
                        "DUB-011"),
                SeededFault.received(
                        "tone-gap-30",
                        "a gap of 30 ms in a tone",
                        TONE,
                        faults.gap(Duration.ofMillis(8300), Duration.ofMillis(30)),
                        "DUB-055"),
                SeededFault.received(
                        "tone-gap-at-join",
                        "a gap of 15 ms at a join",
                        TONE,
                        faults.gap(Duration.ofMillis(6000), Duration.ofMillis(15)),
                        "DUB-055"),
                SeededFault.received(
                        "tone-click",
                        "a click of 2 ms in a tone",
                        TONE,
                        faults.click(Duration.ofMillis(9700)),
                        "DUB-055"),
                SeededFault.received(
                        "hum-in-pauses",
                        "hiss at -50 dBFS where nobody speaks",
                        PAUSES,
                        faults.sound(SoundCatalogue::hiss),
                        "DUB-061"),
                SeededFault.received(
                        "music-replaced",
                        "music silenced in one segment",
                        MUSIC,
                        faults.muted(Duration.ZERO, Duration.ofSeconds(6)),
                        "DUB-046"));
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
