/** Beside the room of the same name: its pure parts, proven without a network. */
@NullMarked
package io.airproof.reference.media.http;

import org.jspecify.annotations.NullMarked;
