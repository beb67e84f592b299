package io.airproof.driver.ffmpeg;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Decoded samples as ffmpeg's {@code au} muxer writes them with {@code pcm_f32be}: the one raw form that can be piped and
 * says its own rate and channel count.
 *
 * @param mono the mean of all channels
 * @param sampleRate samples per second and channel
 * @param channels how many there were
 */
record Pcm(float[] mono, int sampleRate, int channels) {

    private static final int MAGIC = 0x2E736E64; // ".snd"
    private static final int HEADER_BYTES = 24;
    private static final int BLOCK = 1 << 16;

    /**
     * Reads to the end; what is in memory meanwhile is twice the result.
     *
     * @param longest samples per channel that are allowed
     * @return without samples and rate if the program gave nothing: why, its exit code and last words tell
     * @throws UndecodableException if these are no samples, or more than allowed
     */
    static Pcm read(InputStream in, int longest) throws IOException {
        DataInputStream header = new DataInputStream(in);
        int offset;
        int rate;
        int channels;
        try {
            if (header.readInt() != MAGIC) {
                throw new UndecodableException("what ffmpeg gave are no samples");
            }
            offset = header.readInt();
            header.readInt(); // size, unknown in a pipe
            header.readInt(); // encoding
            rate = header.readInt();
            channels = header.readInt();
            header.skipNBytes(offset - HEADER_BYTES);
        } catch (EOFException e) {
            return new Pcm(new float[0], 0, 0);
        }
        return new Pcm(mono(in, channels, longest), rate, channels);
    }

    private static float[] mono(InputStream in, int channels, int longest) throws IOException {
        List<float[]> blocks = new ArrayList<>();
        int count = 0;
        byte[] bytes = in.readNBytes(BLOCK * channels * Float.BYTES);
        while (bytes.length > 0) {
            float[] block = mixed(bytes, channels);
            count += block.length;
            if (count > longest) {
                throw new UndecodableException(
                        "it decodes to more than the %d samples that are allowed".formatted(longest));
            }
            blocks.add(block);
            bytes = in.readNBytes(BLOCK * channels * Float.BYTES);
        }
        float[] all = new float[count];
        int at = 0;
        for (float[] block : blocks) {
            System.arraycopy(block, 0, all, at, block.length);
            at += block.length;
        }
        return all;
    }

    private static float[] mixed(byte[] bytes, int channels) {
        var samples = ByteBuffer.wrap(bytes).asFloatBuffer();
        float[] mono = new float[samples.remaining() / channels];
        for (int i = 0; i < mono.length; i++) {
            float sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += samples.get();
            }
            mono[i] = sum / channels;
        }
        return mono;
    }

    /** Samples per channel. */
    int frames() {
        return mono.length;
    }
}
