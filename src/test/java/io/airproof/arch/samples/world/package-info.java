/** Breaks rules of the world. */
@NullMarked
package io.airproof.arch.samples.world;

import org.jspecify.annotations.NullMarked;
