/**
 * Child processes that never outlive this JVM, short commands, and free ports.
 *
 * <p>This room knows nothing of media or of the services: it may use the JDK and Awaitility only. Everything it starts hangs on a
 * tether (see {@link io.airproof.process.Tether}), so that even after a kill −9 of this JVM nothing stays alive.
 */
@NullMarked
package io.airproof.process;

import org.jspecify.annotations.NullMarked;
