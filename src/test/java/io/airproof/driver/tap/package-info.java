/**
 * The tap: a transparent, recording Socket.IO proxy that stands between the media-service and the STS.
 *
 * <p>Room: {@code driver}. It may touch sockets, {@code driver.wait} for its change signal, and nothing else of
 * the suite. It judges nothing: it forwards, keeps what it saw with the time it saw it, and misbehaves when told to.
 *
 * <p>Reading order: {@link io.airproof.driver.tap.Tap} (the proxy), {@link io.airproof.driver.tap.TapRecord} (what it
 * saw of one stream), {@link io.airproof.driver.tap.FaultPlan} (how it misbehaves), {@link
 * io.airproof.driver.tap.SocketIoPacket} (the wire format, pure).
 */
@NullMarked
package io.airproof.driver.tap;

import org.jspecify.annotations.NullMarked;
