/**
 * The viewer: reads a stream as it comes, and keeps every packet with the moment of its arrival.
 *
 * <p>May run ffmpeg, which speaks the protocols, write the recording to the file it is given, and use {@code
 * io.airproof.media}. Judges nothing.
 */
@NullMarked
package io.airproof.driver.record;

import org.jspecify.annotations.NullMarked;
