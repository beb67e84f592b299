package io.airproof.reference.media.ingest;

/**
 * What a muxer must know of the picture track.
 *
 * @param configuration AVCDecoderConfigurationRecord
 * @param width in pixels
 * @param height in pixels
 * @param leadMs how much earlier than shown its first picture is decoded, in ms
 */
@SuppressWarnings("ArrayRecordComponent")
public record VideoForm(byte[] configuration, int width, int height, long leadMs) {}
