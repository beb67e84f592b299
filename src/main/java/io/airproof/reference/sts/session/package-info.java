/**
 * The state machine of one connection: which events are allowed when, in which order results leave, when to warn.
 *
 * <p>Pure and single threaded: time comes in as an argument, everything to be done comes out as an effect. May use
 * {@code message} only.
 */
@NullMarked
package io.airproof.reference.sts.session;

import org.jspecify.annotations.NullMarked;
