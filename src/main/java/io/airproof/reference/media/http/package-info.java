/**
 * The HTTP face: hooks of the media server, health, metrics. May ask {@code worker} and {@code metrics}; never waits.
 */
@NullMarked
package io.airproof.reference.media.http;

import org.jspecify.annotations.NullMarked;
