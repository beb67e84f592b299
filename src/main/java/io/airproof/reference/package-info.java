/**
 * The reference system: services that keep the contract, so that the acceptance suite has something real to prove.
 *
 * <p>Nothing here may use the acceptance suite, and the suite never calls a class of this room: it starts the
 * services as processes and speaks to them over the wire.
 */
@NullMarked
package io.airproof.reference;

import org.jspecify.annotations.NullMarked;
