/** Beside the room of the same name: its pure parts, proven without a network. */
@NullMarked
package io.airproof.reference.media.mix;

import org.jspecify.annotations.NullMarked;
