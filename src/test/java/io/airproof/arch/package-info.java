/**
 * Rules that keep the rooms apart, checked on the compiled classes, and seen red on {@code samples}.
 *
 * <p>This room reads class files only.
 */
@NullMarked
package io.airproof.arch;

import org.jspecify.annotations.NullMarked;
