/**
 * The suite under test: faults are seeded outside the services, and the scenarios are run on them. A fault that no
 * scenario notices is a hole in the suite; a scenario that turns red without a fault is a false alarm.
 *
 * <p>{@code ./mvnw -B verify -Ptrust} plays the programmes once, seeds every fault of {@link
 * io.airproof.trust.FaultCatalogue}, and writes {@code reports/trust.json}. May touch every room but the services.
 */
@NullMarked
package io.airproof.trust;

import org.jspecify.annotations.NullMarked;
