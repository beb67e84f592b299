package io.airproof.reference.media.publish;

import io.airproof.reference.media.av.Pcm;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Sound that may be heard: a segment with its decision, or a short tail.
 *
 * @param number of the segment; empty for a short tail, which is none
 * @param sound exactly as long as the segment
 * @param dubbed whether it is the dub
 * @param start stream time of its first sample
 * @param end stream time up to which pictures may be shown with it
 * @param displacementMs how far its sound was placed from its time stamps when it was cut, in ms
 */
public record DecidedSegment(
        OptionalInt number, Pcm sound, boolean dubbed, Duration start, Duration end, double displacementMs) {}
