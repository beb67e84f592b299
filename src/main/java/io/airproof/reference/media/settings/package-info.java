/**
 * What the environment of the process says, read and checked once. Touches nothing else.
 */
@NullMarked
package io.airproof.reference.media.settings;

import org.jspecify.annotations.NullMarked;
