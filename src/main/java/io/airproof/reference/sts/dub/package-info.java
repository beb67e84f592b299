/**
 * The dubbing engine: recognises, translates and speaks. May use {@code engine}, {@code message} and the room
 * {@code sound} below; owns the recogniser's models and the child processes of the tools.
 */
@NullMarked
package io.airproof.reference.sts.dub;

import org.jspecify.annotations.NullMarked;
