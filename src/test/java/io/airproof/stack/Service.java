package io.airproof.stack;

import io.airproof.process.CommandSpec;
import java.net.URI;

/**
 * A service of the local stack before its start.
 *
 * @param spec the process
 * @param health answers 200 when the service is ready
 */
record Service(CommandSpec spec, URI health) {}
