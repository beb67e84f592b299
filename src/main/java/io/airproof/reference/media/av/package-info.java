/**
 * libav in plain Java words: sound in and out of AAC, MP4 and swresample. Knows no stream, no worker and no network;
 * the only room besides {@code ingest} and {@code publish} that may touch native memory.
 */
@NullMarked
package io.airproof.reference.media.av;

import org.jspecify.annotations.NullMarked;
