package io.airproof.reference.media.ingest;

/**
 * What a muxer must know of the picture track.
 *
 * @param configuration AVCDecoderConfigurationRecord
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent")
public record VideoForm(byte[] configuration, int width, int height) {}
