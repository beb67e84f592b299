/**
 * The system under test as the features see it: addresses, whoever runs it.
 *
 * <p>This room starts and stops services through {@link io.airproof.process}; it never calls their classes. It may use
 * the drivers for the proof of readiness; nothing here knows a scenario or a step.
 */
@NullMarked
package io.airproof.stack;

import org.jspecify.annotations.NullMarked;
