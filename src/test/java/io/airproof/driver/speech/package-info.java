/**
 * Speech tools of the suite's own: a voice to make people speak English, and the translation engine as an oracle.
 *
 * <p>Room: {@code driver}. It may touch processes and {@code media}; it knows nothing of the STS, which has engines of
 * its own.
 */
@NullMarked
package io.airproof.driver.speech;

import org.jspecify.annotations.NullMarked;
