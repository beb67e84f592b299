package io.airproof.reference.media.av;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** Between libav's frames of planar floats and our interleaved arrays. */
final class Frames {
    private Frames() {}

    /** The samples of a decoded frame, interleaved, of at most two channels (more are mixed down to two). */
    static float[] interleaved(AVFrame frame) {
        int count = frame.nb_samples();
        int channels = frame.ch_layout().nb_channels();
        if (frame.format() == AV_SAMPLE_FMT_FLT && channels <= 2) {
            float[] out = new float[count * channels];
            new FloatPointer(frame.data(0)).get(out);
            return out;
        }
        if (frame.format() != AV_SAMPLE_FMT_FLTP || channels > 2) {
            return Resampler.convertOnce(frame, Math.min(channels, 2));
        }
        float[] out = new float[count * channels];
        float[] plane = new float[count];
        for (int channel = 0; channel < channels; channel++) {
            new FloatPointer(frame.data(channel)).get(plane);
            for (int i = 0; i < count; i++) {
                out[i * channels + channel] = plane[i];
            }
        }
        return out;
    }

    /** Writes {@code count} samples per channel from {@code from} on into a planar frame that has its buffers. */
    static void fill(AVFrame frame, float[] interleaved, int from, int count, int channels) {
        float[] plane = new float[count];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < count; i++) {
                plane[i] = interleaved[(from + i) * channels + channel];
            }
            new FloatPointer(frame.data(channel)).put(plane);
        }
    }
}
