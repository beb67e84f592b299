/**
 * MediaMTX as its HTTP API shows it (contract 3.3), and the history of one path.
 *
 * <p>Room: {@code driver}. It may touch the network through REST Assured (single calls) and {@code java.net.http} (polling,
 * which must be cheap). It reads and judges nothing.
 */
@NullMarked
package io.airproof.driver.mediamtx;

import org.jspecify.annotations.NullMarked;
