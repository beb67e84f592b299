/**
 * Finds or fetches the tools that the suite and the reference system need, before any scenario runs.
 *
 * <p>May use {@link io.airproof.process} and the JDK; knows nothing of media, of the services or of scenarios.
 */
@NullMarked
package io.airproof.stack.provision;

import org.jspecify.annotations.NullMarked;
