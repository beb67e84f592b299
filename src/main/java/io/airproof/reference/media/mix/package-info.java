/**
 * What becomes of a dub before it is heard: fitted, faded, and joined into one sound. Pure but for the encoder in
 * {@code av}.
 */
@NullMarked
package io.airproof.reference.media.mix;

import org.jspecify.annotations.NullMarked;
