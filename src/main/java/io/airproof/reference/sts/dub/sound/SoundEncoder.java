package io.airproof.reference.sts.dub.sound;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** Encodes to AAC-LC in an M4A file in memory, in this process. Safe for all threads. */
public final class SoundEncoder {

    private static final int BITS_PER_CHANNEL = 80_000;
    private static final int LC_PROFILE = 1;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private SoundEncoder() {}

    /** An M4A file that decodes to exactly as many samples. */
    public static byte[] encodeM4a(Pcm sound) {
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        AVCodecContext encoder = avcodec_alloc_context3(codec);
        AVFrame frame = av_frame_alloc();
        AVPacket packet = av_packet_alloc();
        try {
            int count = sound.channels().length;
            encoder.sample_fmt(AV_SAMPLE_FMT_FLTP);
            encoder.sample_rate(sound.sampleRate());
            av_channel_layout_default(encoder.ch_layout(), count);
            encoder.bit_rate((long) BITS_PER_CHANNEL * count);
            encoder.profile(LC_PROFILE);
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            check(avcodec_open2(encoder, codec, (AVDictionary) null));
            int frameSize = encoder.frame_size();
            frame.format(AV_SAMPLE_FMT_FLTP);
            frame.sample_rate(sound.sampleRate());
            av_channel_layout_default(frame.ch_layout(), count);
            List<byte[]> packets = new ArrayList<>();
            for (int at = 0; at < sound.length(); at += frameSize) {
                frame.nb_samples(frameSize);
                check(av_frame_get_buffer(frame, 0));
                fill(frame, sound, at, frameSize);
                frame.pts(at);
                check(avcodec_send_frame(encoder, frame));
                av_frame_unref(frame);
                frame.format(AV_SAMPLE_FMT_FLTP);
                frame.sample_rate(sound.sampleRate());
                av_channel_layout_default(frame.ch_layout(), count);
                receive(encoder, packet, packets);
            }
            check(avcodec_send_frame(encoder, null));
            receive(encoder, packet, packets);
            byte[] configuration = new byte[encoder.extradata_size()];
            encoder.extradata().get(configuration);
            return M4a.file(
                    packets, configuration, sound.sampleRate(), count, encoder.initial_padding(), sound.length());
        } finally {
            av_packet_free(packet);
            av_frame_free(frame);
            avcodec_free_context(encoder);
        }
    }

    private static void fill(AVFrame frame, Pcm sound, int at, int frameSize) {
        int count = Math.min(frameSize, sound.length() - at);
        for (int c = 0; c < sound.channels().length; c++) {
            FloatPointer plane = new FloatPointer(frame.data(c));
            float[] samples = new float[frameSize];
            System.arraycopy(sound.channels()[c], at, samples, 0, count);
            plane.put(samples, 0, frameSize);
        }
    }

    private static void receive(AVCodecContext encoder, AVPacket packet, List<byte[]> packets) {
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            packets.add(bytes);
            av_packet_unref(packet);
        }
    }

    private static void check(int status) {
        if (status < 0) {
            throw new IllegalStateException("the AAC encoder failed with " + status);
        }
    }
}
