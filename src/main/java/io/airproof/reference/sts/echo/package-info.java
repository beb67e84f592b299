/**
 * The echo engine: gives the audio back, needs no models. May use {@code engine} and {@code message}.
 */
@NullMarked
package io.airproof.reference.sts.echo;

import org.jspecify.annotations.NullMarked;
