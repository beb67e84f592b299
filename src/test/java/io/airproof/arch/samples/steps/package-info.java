/** Breaks rules of the steps. */
@NullMarked
package io.airproof.arch.samples.steps;

import org.jspecify.annotations.NullMarked;
