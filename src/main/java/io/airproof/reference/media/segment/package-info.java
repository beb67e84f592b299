/**
 * The six-second grid: pure arithmetic on samples and times. Touches no native code and no clock.
 */
@NullMarked
package io.airproof.reference.media.segment;

import org.jspecify.annotations.NullMarked;
