package io.airproof.measure;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds faults in a sound that should be continuous: silences cut into it, and steps. Clicks are the matter of
 * {@link Clicks}.
 *
 * <p>A silence is a stretch of samples of −70 dBFS or less. It is a fault if the sound is cut off on both of its sides: within
 * 50 ms the sound has at least −50 dBFS, and the 10 ms next to the silence have at least 0.6 of that RMS. Speech that pauses
 * fades over more than that, so its pauses do not
 * count. Worst error found by the tests, for silences of 10 to 300 ms in tones of 100 Hz to 5 kHz: 3 samples in place, 6 in
 * length. Coding smears a silence: what it fills above −70 dBFS is not seen as one.
 */
public final class Joins {

    /** Sound on the sides of a silence is judged over this: long enough for some pulses of a voice. */
    private static final Duration SIDE = Duration.ofMillis(50);

    /** Next to the silence: one period of the lowest voice or tone (100 Hz). */
    private static final Duration EDGE = Duration.ofMillis(10);

    /** RMS of the edge relative to that of the side, from which on the sound counts as cut off. Ours. */
    private static final double CUT_OFF = 0.6;

    /** A side that is quieter than this was no sound to be cut, dBFS. Ours: 20 dB above silence. */
    private static final double SOUNDING_DBFS = -50;

    /** Sides of a fault to either side, and nothing between them. */
    private static final Duration SHORTEST = SIDE.multipliedBy(2);

    /** How far a join's step may lie from where it is said to be, ms (DUB-055 gives no figure; ours). */
    private static final Duration JOIN = Duration.ofMillis(2);

    private Joins() {}

    /**
     * Silences within the sound, in order; unmeasurable in silence, where none could be told.
     *
     * @param shortest the shortest that counts
     */
    public static Reading<List<JoinFault>> silences(Sound sound, Duration shortest) {
        return heard(sound).map(heard -> silencesIn(heard, shortest));
    }

    /** Clicks anywhere in the sound, in order (see {@link Clicks}); unmeasurable in silence, where nothing was joined. */
    public static Reading<List<JoinFault>> clicks(Sound sound) {
        return heard(sound).map(Clicks::in);
    }

    private static Reading<Sound> heard(Sound sound) {
        if (sound.duration().compareTo(SHORTEST) < 0) {
            return Reading.unmeasurable("too short to have joins: %s of %s needed"
                    .formatted(Times.text(sound.duration()), Times.text(SHORTEST)));
        }
        return Level.isSilent(sound)
                ? Reading.unmeasurable(
                        "silent: %.1f dBFS in %s".formatted(Level.rmsDbfs(sound), Times.text(sound.duration())))
                : Reading.measured(sound);
    }

    private static List<JoinFault> silencesIn(Sound sound, Duration shortest) {
        float[] samples = sound.samples();
        double silence = Level.amplitude(Thresholds.SILENCE_DBFS);
        int least = Math.max(1, samples(shortest, sound));
        List<JoinFault> faults = new ArrayList<>();
        int i = 0;
        while (i < samples.length) {
            int from = i;
            while (i < samples.length && Math.abs(samples[i]) <= silence) {
                i++;
            }
            if (i - from >= least) {
                double strength = cutSides(sound, from, i);
                if (strength > 0) {
                    faults.add(new JoinFault(
                            JoinFault.Kind.SILENCE,
                            sound.start().plus(Times.samples(from, sound.sampleRate())),
                            Times.samples(i - from, sound.sampleRate()),
                            strength));
                }
            }
            i = Math.max(i, from + 1);
        }
        return List.copyOf(faults);
    }

    /** RMS of the quieter side if both are cut off, else 0. */
    private static double cutSides(Sound sound, int from, int to) {
        float[] samples = sound.samples();
        int edge = samples(EDGE, sound);
        int side = samples(SIDE, sound);
        if (from < edge || to + edge > samples.length) {
            return 0;
        }
        double before = Level.rms(samples, Math.max(0, from - side), from);
        double after = Level.rms(samples, to, Math.min(samples.length, to + side));
        double sounding = Level.amplitude(SOUNDING_DBFS);
        boolean cut = before >= sounding
                && after >= sounding
                && Level.rms(samples, from - edge, from) >= CUT_OFF * before
                && Level.rms(samples, to, to + edge) >= CUT_OFF * after;
        return cut ? Math.min(before, after) : 0;
    }

    /**
     * Greatest step from sample to sample within 2 ms of a join relative to the greatest one around (DUB-055: at most 1.5).
     *
     * @param join stream time of the join
     * @param surroundings how far around the join, to each side, more than 2 ms
     * @return 0 or more; about 1 for a join that cannot be told from its surroundings
     */
    public static Reading<Double> stepRatioAt(Sound sound, Duration join, Duration surroundings) {
        if (surroundings.compareTo(JOIN) <= 0) {
            throw new IllegalArgumentException("surroundings reach further than the join's own "
                    + "%s, not %s".formatted(Times.text(JOIN), Times.text(surroundings)));
        }
        int from = sound.indexAt(join.minus(surroundings));
        int joinFrom = sound.indexAt(join.minus(JOIN));
        int joinTo = sound.indexAt(join.plus(JOIN));
        int to = sound.indexAt(join.plus(surroundings));
        if (joinFrom < 1 || joinTo >= sound.samples().length) {
            return Reading.unmeasurable("the join at %s lies not within the sound (%s to %s)"
                    .formatted(Times.text(join), Times.text(sound.start()), Times.text(sound.end())));
        }
        double around = Math.max(step(sound, from, joinFrom - 1), step(sound, joinTo + 1, to));
        if (around <= Level.amplitude(Thresholds.SILENCE_DBFS)) {
            return Reading.unmeasurable("silent around the join at " + Times.text(join));
        }
        return Reading.measured(step(sound, joinFrom, joinTo) / around);
    }

    /** Greatest step onto a sample from index {@code first} to {@code last}, both included. */
    private static double step(Sound sound, int first, int last) {
        float[] samples = sound.samples();
        double greatest = 0;
        for (int i = Math.max(1, first); i <= Math.min(last, samples.length - 1); i++) {
            greatest = Math.max(greatest, Math.abs((double) samples[i] - samples[i - 1]));
        }
        return greatest;
    }

    private static int samples(Duration duration, Sound sound) {
        return (int) Math.round(Times.seconds(duration) * sound.sampleRate());
    }
}
