/**
 * Measurements: pure functions from recorded media and texts to figures with units.
 *
 * <p>This room may touch {@link io.airproof.media} and nothing else of the suite: no process, no file, no network, no
 * clock. What cannot be measured is said as {@link io.airproof.measure.Unmeasurable} with the reason; it is never a zero
 * and never a pass.
 *
 * <p>Conventions: times are stream times as {@link java.time.Duration}; offsets between sound and picture are in ms and
 * positive when the sound is early; correlations are normalised to −1…1.
 */
@NullMarked
package io.airproof.measure;

import org.jspecify.annotations.NullMarked;
