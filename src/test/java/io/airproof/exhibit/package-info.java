/**
 * What was recorded of a programme, made fit for people: its sounds on one clock, its pictures, its wire.
 *
 * <p>Derived after the last scenario from what the run has; nothing here measures or judges. The report shows these files
 * and knows nothing of this room.
 */
@NullMarked
package io.airproof.exhibit;

import org.jspecify.annotations.NullMarked;
