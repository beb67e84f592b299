/**
 * The sentences of {@code features/dubbing}: one class per domain noun.
 *
 * <p>Steps are grammar: one call into a world object and one proof each. They know no process, socket, HTTP, ffmpeg
 * or Docker type.
 */
@NullMarked
package io.airproof.steps.dubbing;

import org.jspecify.annotations.NullMarked;
