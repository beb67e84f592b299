package io.airproof.reference.media.segment;

import io.airproof.reference.media.av.Pcm;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What was cut from the source.
 *
 * @param number of the segment; empty for a tail too short to be one
 * @param sound its sound
 * @param start stream time of its beginning
 * @param end stream time up to which pictures belong to it
 * @param videoBytes size of its pictures
 * @param displacementMs how much later its last sound was placed than its time stamp says
 * @param slewMs by how much its sound was stretched to stay with the picture
 */
public record Cut(
        OptionalInt number,
        Pcm sound,
        Duration start,
        Duration end,
        long videoBytes,
        double displacementMs,
        double slewMs) {

    /**
     * The same in a stream that has been cut before.
     *
     * @param by stream time at which its source begins
     * @param segments how many there are already
     */
    public Cut later(Duration by, int segments) {
        return new Cut(
                number.isPresent() ? OptionalInt.of(number.getAsInt() + segments) : number,
                sound,
                start.plus(by),
                end.plus(by),
                videoBytes,
                displacementMs,
                slewMs);
    }
}
