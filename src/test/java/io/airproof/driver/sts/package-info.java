/**
 * A Socket.IO client of the STS, and the contract of its answers as pure checks.
 *
 * <p>Room: {@code driver}. It may touch the network through socket.io-client and OkHttp, and {@code driver.wait} for its
 * change signal. The contracts here judge one JSON object by its form; what the sound is like is measured elsewhere.
 */
@NullMarked
package io.airproof.driver.sts;

import org.jspecify.annotations.NullMarked;
