/**
 * A recording relay for RTMP: stands between a service and the media server, passes every byte, keeps what was asked for
 * and what was told about the stream, and can refuse or break a leg.
 */
@NullMarked
package io.airproof.driver.rtmp;

import org.jspecify.annotations.NullMarked;
