/**
 * The reference STS (speech to speech): the program, and the wiring of its rooms.
 *
 * <p>Rooms below: {@code settings} reads the environment; {@code message} is the vocabulary of the wire contract;
 * {@code session} is the state machine of one connection (no sockets, no clocks, no threads); {@code wire} is
 * HTTP, Engine.IO and Socket.IO; {@code engine} says what an engine is, {@code echo} and {@code dub} are the two
 * there are. This package may use all of them; none of them may use this package.
 */
@NullMarked
package io.airproof.reference.sts;

import org.jspecify.annotations.NullMarked;
