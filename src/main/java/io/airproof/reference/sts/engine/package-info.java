/**
 * What the service needs from an engine: prepare for a session, then answer fragments. May use {@code message} only.
 */
@NullMarked
package io.airproof.reference.sts.engine;

import org.jspecify.annotations.NullMarked;
