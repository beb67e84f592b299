/**
 * Glue that belongs to no single system: the beginning and the end of a run, and the check that every requirement of a
 * scenario was really measured.
 *
 * <p>Steps are grammar: one call into a world object and one proof each. They know no process, socket, HTTP, ffmpeg
 * or Docker type.
 */
@NullMarked
package io.airproof.steps;

import org.jspecify.annotations.NullMarked;
