/**
 * The conversation with the speech-to-speech service: one connection and one session per stream. Knows no media.
 */
@NullMarked
package io.airproof.reference.media.sts;

import org.jspecify.annotations.NullMarked;
