/**
 * The RTMP pull of one source. May touch {@code av}; hands pictures and sound on as plain values.
 */
@NullMarked
package io.airproof.reference.media.ingest;

import org.jspecify.annotations.NullMarked;
