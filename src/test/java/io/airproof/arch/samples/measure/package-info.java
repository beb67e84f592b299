/** Breaks the rule of the measurements. */
@NullMarked
package io.airproof.arch.samples.measure;

import org.jspecify.annotations.NullMarked;
