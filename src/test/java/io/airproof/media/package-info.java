/**
 * The vocabulary of recorded media: FLV tags, coded pictures, sound. Pure.
 *
 * <p>Everything here is a value made of bytes and numbers; it may touch nothing of the suite and no process, socket or
 * clock. Times are stream times: what the container says, never when something arrived.
 */
@NullMarked
package io.airproof.media;

import org.jspecify.annotations.NullMarked;
