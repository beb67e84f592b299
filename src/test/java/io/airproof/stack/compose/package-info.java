/**
 * The stack as the two compose projects of the repository, through Testcontainers: images are made of what this checkout
 * has compiled, projects are started and stopped, and whatever happens to the suite nothing of them stays behind.
 *
 * <p>Every docker command has a deadline, and everything that is made carries the label of the run that owns it.
 */
@NullMarked
package io.airproof.stack.compose;

import org.jspecify.annotations.NullMarked;
