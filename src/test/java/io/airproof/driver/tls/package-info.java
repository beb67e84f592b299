/**
 * A door with TLS before a service that has none: what comes through it is passed on in the clear.
 */
@NullMarked
package io.airproof.driver.tls;

import org.jspecify.annotations.NullMarked;
