/** A small tree of rooms that breaks every rule once. Not part of what the rules guard. */
@NullMarked
package io.airproof.arch.samples;

import org.jspecify.annotations.NullMarked;
