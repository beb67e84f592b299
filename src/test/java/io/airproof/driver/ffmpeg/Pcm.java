package io.airproof.driver.ffmpeg;

import java.nio.ByteBuffer;

/**
 * Decoded samples as ffmpeg's {@code au} muxer writes them with {@code pcm_f32be}: the one raw form that can be piped and
 * says its own rate and channel count.
 *
 * @param interleaved samples of all channels, one after the other
 */
record Pcm(float[] interleaved, int sampleRate, int channels) {

    private static final int MAGIC = 0x2E736E64; // ".snd"
    private static final int HEADER_BYTES = 24;

    static Pcm parse(byte[] au) {
        ByteBuffer buffer = ByteBuffer.wrap(au);
        if (au.length < HEADER_BYTES || buffer.getInt() != MAGIC) {
            throw new UndecodableException("ffmpeg gave no samples");
        }
        int offset = buffer.getInt();
        buffer.getInt(); // size, unknown in a pipe
        buffer.getInt(); // encoding
        int rate = buffer.getInt();
        int channels = buffer.getInt();
        var samples = buffer.position(offset).slice().asFloatBuffer();
        float[] interleaved = new float[samples.remaining()];
        samples.get(interleaved);
        return new Pcm(interleaved, rate, channels);
    }

    /** Samples per channel. */
    int frames() {
        return interleaved.length / channels;
    }

    /** The mean of all channels. */
    float[] mono() {
        if (channels == 1) {
            return interleaved;
        }
        float[] mono = new float[frames()];
        for (int i = 0; i < mono.length; i++) {
            float sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += interleaved[i * channels + c];
            }
            mono[i] = sum / channels;
        }
        return mono;
    }
}
