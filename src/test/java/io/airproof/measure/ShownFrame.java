package io.airproof.measure;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * A picture of the output.
 *
 * @param pts presentation time in the output
 * @param frame number in the clip from 0; empty if it is no frame of the clip
 */
public record ShownFrame(Duration pts, OptionalInt frame) {}
