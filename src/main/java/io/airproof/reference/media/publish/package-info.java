/**
 * The RTMP publication of one output, paced in real time. May touch {@code av} values and libav's muxer.
 */
@NullMarked
package io.airproof.reference.media.publish;

import org.jspecify.annotations.NullMarked;
