package io.airproof.measure;

import io.airproof.media.Sound;
import java.time.Duration;

/** A part of a sound that a figure is to be taken from: what is not there must not count as quiet. */
public final class SoundPart {

    private SoundPart() {}

    /**
     * The part from {@code from} on; unmeasurable if less than {@link Thresholds#OVERLAP} of it lies within the sound.
     *
     * @param length above 0
     */
    public static Reading<Sound> of(Sound sound, Duration from, Duration length) {
        Sound part = sound.slice(from, from.plus(length));
        return Times.seconds(part.duration()) >= Thresholds.OVERLAP * Times.seconds(length)
                ? Reading.measured(part)
                : Reading.unmeasurable("of %s from %s on, %s lie within the sound (%s to %s)"
                        .formatted(
                                Times.text(length),
                                Times.text(from),
                                Times.text(part.duration()),
                                Times.text(sound.start()),
                                Times.text(sound.end())));
    }
}
