/**
 * Damages to what a viewer received, made on purpose: a trust run puts them on a healthy recording and looks whether the
 * scenarios notice.
 *
 * <p>Each damage changes what its name says and leaves everything else as it was; tests of this room show both. A fault
 * gives a new list and never changes the one it got.
 *
 * <p>Conventions: times are counted from the presentation of the first picture that was received (stream time 0) and
 * packets stay in the order of arrival, also where their time stamps are changed. Pictures are counted from 0 in decoding
 * order, headers not counted. A damage that does not find what it shall damage is refused with an
 * {@link java.lang.IllegalArgumentException}: a fault that changes nothing proves nothing.
 */
@NullMarked
package io.airproof.fault.received;

import org.jspecify.annotations.NullMarked;
