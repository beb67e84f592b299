/**
 * How many programmes a machine carries at once: more and more of them, until a promise breaks.
 *
 * <p>Room: {@code scale}. It plays programmes by {@code run}, measures by {@code measure}, and writes what it has found to
 * {@code reports/scale.json}, which the report shows. Reading order: {@link io.airproof.scale.ScaleCheck} (the run), {@link
 * io.airproof.scale.Climb} (one step after the other), {@link io.airproof.scale.Step} (what one step showed).
 */
@NullMarked
package io.airproof.scale;

import org.jspecify.annotations.NullMarked;
