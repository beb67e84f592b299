/**
 * The Prometheus series of contract section 7. Touches no other room.
 */
@NullMarked
package io.airproof.reference.media.metrics;

import org.jspecify.annotations.NullMarked;
