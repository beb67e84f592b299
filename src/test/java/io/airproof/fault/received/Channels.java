package io.airproof.fault.received;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Samples of the channels of an AAC track, packet after packet without the gaps between them.
 *
 * @param samples of each channel, of equal length; not to be changed
 * @param sampleRate samples per second
 */
record Channels(List<float[]> samples, int sampleRate) {

    private static final int MAGIC = 0x2E736E64; // ".snd"
    private static final int HEADER_BYTES = 24;
    private static final int RATE_AT = 16;

    Channels {
        samples = List.copyOf(samples);
    }

    /** What ffmpeg's {@code au} muxer wrote with {@code pcm_f32be}: the raw form that says its rate and channel count. */
    static Channels parse(byte[] au) {
        ByteBuffer buffer = ByteBuffer.wrap(au);
        if (au.length <= HEADER_BYTES || buffer.getInt() != MAGIC) {
            throw new IllegalArgumentException("ffmpeg gave no samples");
        }
        int offset = buffer.getInt();
        int rate = buffer.position(RATE_AT).getInt();
        int count = buffer.getInt();
        var interleaved = buffer.position(offset).slice().asFloatBuffer();
        int frames = interleaved.remaining() / count;
        List<float[]> channels = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            float[] channel = new float[frames];
            for (int i = 0; i < frames; i++) {
                channel[i] = interleaved.get(i * count + c);
            }
            channels.add(channel);
        }
        return new Channels(channels, rate);
    }

    int count() {
        return samples.size();
    }

    /** Samples per channel. */
    int frames() {
        return samples.get(0).length;
    }

    /** Each channel changed alike. */
    Channels each(UnaryOperator<float[]> change) {
        return new Channels(samples.stream().map(change).toList(), sampleRate);
    }

    /** One channel: the mean of all. */
    Channels mixed() {
        float[] mean = new float[frames()];
        for (float[] channel : samples) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += channel[i] / count();
            }
        }
        return new Channels(List.of(mean), sampleRate);
    }

    /** Samples of all channels in turn, 32 bits big endian each, and silence after them. */
    byte[] interleaved(int silentFrames) {
        ByteBuffer bytes = ByteBuffer.allocate((frames() + silentFrames) * count() * Float.BYTES);
        for (int i = 0; i < frames(); i++) {
            for (float[] channel : samples) {
                bytes.putFloat(channel[i]);
            }
        }
        return bytes.array();
    }
}
