/**
 * The acceptance suite: it proves what a live media service promises, from what a viewer receives.
 *
 * <p>This room holds nothing but the start of the features. The suite never uses {@code io.airproof.reference}.
 */
@NullMarked
package io.airproof;

import org.jspecify.annotations.NullMarked;
