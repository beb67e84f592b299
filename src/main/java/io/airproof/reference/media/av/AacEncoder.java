package io.airproof.reference.media.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** One continuous AAC-LC encoding. Used by one thread; must be closed. */
public final class AacEncoder implements AutoCloseable {
    /** Samples per channel in one AAC-LC frame (ISO 14496-3), and libav's encoder delay. */
    public static final int FRAME_SAMPLES = 1024;

    /** Contract 5.4 asks for at least 128 kbit/s for stereo; the margin keeps joins and consonants clean. */
    static final int BITS_PER_SECOND_AND_CHANNEL = 80_000;

    private final AVCodecContext context;
    private final int channels;
    private final int sampleRate;
    private float[] pending = new float[0];
    private long sent;

    /**
     * @param sampleRate in Hz, one that AAC knows
     * @param channels 1 or 2
     * @throws AvException if the encoder does not offer the rate
     */
    public AacEncoder(int sampleRate, int channels) {
        this.channels = channels;
        this.sampleRate = sampleRate;
        context = avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_AAC));
        context.sample_fmt(AV_SAMPLE_FMT_FLTP).sample_rate(sampleRate);
        context.bit_rate((long) BITS_PER_SECOND_AND_CHANNEL * channels);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        av_channel_layout_default(context.ch_layout(), channels);
        try (AVRational base = new AVRational()) {
            context.time_base(base.num(1).den(sampleRate));
        }
        AVDictionary options = new AVDictionary(null);
        // The usual search for quantizers takes twice the time of the quick one, and so does coding sum and difference,
        // for what nobody hears at this bit rate: speech comes back 46 dB above the error.
        av_dict_set(options, "aac_coder", "fast", 0);
        av_dict_set(options, "aac_ms", "0", 0);
        try {
            LibAv.check(
                    avcodec_open2(context, context.codec(), options), "open the AAC encoder at " + sampleRate + " Hz");
        } catch (AvException e) {
            close();
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    /** Copies what a muxer must know of this track. */
    public void describe(AVCodecParameters to) {
        LibAv.check(avcodec_parameters_from_context(to, context), "describe the AAC track");
    }

    /** The AudioSpecificConfig of this encoding. */
    public byte[] configuration() {
        byte[] bytes = new byte[context.extradata_size()];
        context.extradata().get(bytes);
        return bytes;
    }

    /** Encodes more sound; returns the frames that are complete by now, in order. */
    public List<EncodedAudio> encode(float[] interleaved) {
        float[] all = Arrays.copyOf(pending, pending.length + interleaved.length);
        System.arraycopy(interleaved, 0, all, pending.length, interleaved.length);
        List<EncodedAudio> out = new ArrayList<>();
        int frameFloats = FRAME_SAMPLES * channels;
        int at = 0;
        for (; at + frameFloats <= all.length; at += frameFloats) {
            send(all, at / channels, FRAME_SAMPLES, out);
        }
        pending = Arrays.copyOfRange(all, at, all.length);
        return out;
    }

    /** Ends the encoding: returns what was still inside. Nothing may be encoded afterwards. */
    public List<EncodedAudio> finish() {
        List<EncodedAudio> out = new ArrayList<>();
        if (pending.length > 0) {
            send(pending, 0, pending.length / channels, out);
        }
        LibAv.check(avcodec_send_frame(context, (AVFrame) null), "finish the AAC track");
        receive(out);
        return out;
    }

    private void send(float[] interleaved, int from, int count, List<EncodedAudio> out) {
        AVFrame frame = av_frame_alloc();
        try {
            frame.format(AV_SAMPLE_FMT_FLTP).nb_samples(count).sample_rate(sampleRate);
            av_channel_layout_default(frame.ch_layout(), channels);
            LibAv.check(av_frame_get_buffer(frame, 0), "reserve an audio frame");
            Frames.fill(frame, interleaved, from, count, channels);
            frame.pts(sent);
            sent += count;
            LibAv.check(avcodec_send_frame(context, frame), "encode AAC");
        } finally {
            av_frame_free(frame);
        }
        receive(out);
    }

    private void receive(List<EncodedAudio> out) {
        AVPacket packet = av_packet_alloc();
        try {
            while (avcodec_receive_packet(context, packet) == 0) {
                byte[] data = new byte[packet.size()];
                packet.data().get(data);
                out.add(new EncodedAudio(data, packet.pts(), packet.duration()));
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
    }

    @Override
    public void close() {
        avcodec_free_context(context);
    }
}
