/** The grid, proven on arithmetic alone. */
@NullMarked
package io.airproof.reference.media.segment;

import org.jspecify.annotations.NullMarked;
