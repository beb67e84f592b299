/**
 * The media-service: pulls a live source, has its speech dubbed, and publishes picture and dub together. This room
 * holds only the start of the process; it may touch every room below it.
 */
@NullMarked
package io.airproof.reference.media;

import org.jspecify.annotations.NullMarked;
