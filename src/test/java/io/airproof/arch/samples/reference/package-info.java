/** Breaks the rule of the reference system. */
@NullMarked
package io.airproof.arch.samples.reference;

import org.jspecify.annotations.NullMarked;
