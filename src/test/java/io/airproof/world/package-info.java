/**
 * What a scenario holds in its hands: the stack, the publisher, the Socket.IO monitor, ffprobe.
 *
 * <p>World objects are made anew for every scenario and injected by PicoContainer; behind them stands the one {@link
 * io.airproof.run.AcceptanceRun} that all scenarios share. They turn what was recorded into figures with a place. This
 * room may use the run, the drivers, the fixtures, the measurements and the evidence; it sets no limit and gives no
 * verdict, and nothing below it knows of it.
 */
@NullMarked
package io.airproof.world;

import org.jspecify.annotations.NullMarked;
