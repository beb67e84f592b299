/**
 * The run: one stack, one tap, and the programmes that are broadcast through them.
 *
 * <p>A programme is a value; scenarios that ask for the same one share its publication and its recording. This room
 * plays programmes and keeps what was seen of them; it may use the drivers, the stack, the fixtures, the measurements
 * and the evidence. It judges nothing and knows no step, no world object and no Cucumber type.
 */
@NullMarked
package io.airproof.run;

import org.jspecify.annotations.NullMarked;
