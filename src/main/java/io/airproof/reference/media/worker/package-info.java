/**
 * One live stream from ready to gone: the state machine that joins all other rooms.
 */
@NullMarked
package io.airproof.reference.media.worker;

import org.jspecify.annotations.NullMarked;
