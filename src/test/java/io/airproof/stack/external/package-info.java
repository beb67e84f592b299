/**
 * The stack as a deployment that somebody else runs: its addresses come from a file, are checked before anything relies on
 * them, and nothing of it is started or stopped.
 */
@NullMarked
package io.airproof.stack.external;

import org.jspecify.annotations.NullMarked;
