/** Breaks the direction of the drivers. */
@NullMarked
package io.airproof.arch.samples.driver.ffmpeg;

import org.jspecify.annotations.NullMarked;
