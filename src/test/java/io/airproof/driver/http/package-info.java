/**
 * The HTTP surface of the services that says whether they are well.
 *
 * <p>Room: {@code driver}. It may touch the network through REST Assured. It reads and judges nothing.
 */
@NullMarked
package io.airproof.driver.http;

import org.jspecify.annotations.NullMarked;
