package io.airproof.reference.media.av;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Converts whole sounds between sample rates and channel counts. */
public final class Resampler {
    private static final int SPARE_SAMPLES = 4096;

    private Resampler() {}

    /**
     * The same sound at another rate and channel count; unchanged if it is there already.
     *
     * @param sampleRate of the result, in Hz
     * @param channels of the result, 1 or 2
     * @throws AvException if swresample refuses the pair of formats
     */
    public static Pcm convert(Pcm sound, int sampleRate, int channels) {
        if (sound.sampleRate() == sampleRate && sound.channels() == channels) {
            return sound;
        }
        try (AVChannelLayout in = layout(sound.channels());
                AVChannelLayout out = layout(channels)) {
            SwrContext swr = open(in, AV_SAMPLE_FMT_FLT, sound.sampleRate(), out, sampleRate);
            try {
                return new Pcm(run(swr, sound, sampleRate, channels), channels, sampleRate);
            } finally {
                swr_free(swr);
            }
        }
    }

    private static float[] run(SwrContext swr, Pcm sound, int sampleRate, int channels) {
        int expected = (int) Math.round((double) sound.samples() * sampleRate / sound.sampleRate());
        int room = expected + SPARE_SAMPLES;
        try (FloatPointer in = new FloatPointer(sound.interleaved());
                FloatPointer out = new FloatPointer((long) room * channels);
                PointerPointer<Pointer> inPlanes = new PointerPointer<>(1);
                PointerPointer<Pointer> outPlanes = new PointerPointer<>(1)) {
            inPlanes.put(0, in);
            outPlanes.put(0, out);
            int got = LibAv.check(swr_convert(swr, outPlanes, room, inPlanes, sound.samples()), "resample");
            outPlanes.put(0, out.getPointer((long) got * channels));
            got += LibAv.check(
                    swr_convert(swr, outPlanes, room - got, new PointerPointer<Pointer>((Pointer) null), 0),
                    "resample the end");
            float[] result = new float[expected * channels];
            out.get(result, 0, Math.min(got, expected) * channels);
            return result;
        }
    }

    /** A single decoded frame as interleaved floats of {@code channels} channels at its own rate. */
    static float[] convertOnce(AVFrame frame, int channels) {
        try (AVChannelLayout out = layout(channels)) {
            SwrContext swr = open(frame.ch_layout(), frame.format(), frame.sample_rate(), out, frame.sample_rate());
            float[] result = new float[frame.nb_samples() * channels];
            try (FloatPointer samples = new FloatPointer((long) result.length);
                    PointerPointer<Pointer> outPlanes = new PointerPointer<>(1)) {
                outPlanes.put(0, samples);
                LibAv.check(
                        swr_convert(swr, outPlanes, frame.nb_samples(), frame.extended_data(), frame.nb_samples()),
                        "convert samples");
                samples.get(result);
                return result;
            } finally {
                swr_free(swr);
            }
        }
    }

    private static SwrContext open(AVChannelLayout in, int inFormat, int inRate, AVChannelLayout out, int outRate) {
        SwrContext swr = new SwrContext();
        LibAv.check(
                swr_alloc_set_opts2(
                        swr, out, AV_SAMPLE_FMT_FLT, outRate, in, inFormat, inRate, 0, new BytePointer((Pointer) null)),
                "set up the resampler");
        LibAv.check(swr_init(swr), "start the resampler");
        return swr;
    }

    static AVChannelLayout layout(int channels) {
        AVChannelLayout layout = new AVChannelLayout();
        av_channel_layout_default(layout, channels);
        return layout;
    }
}
