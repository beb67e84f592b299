package io.airproof.reference.media.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes AAC packets to sound. Used by one thread; must be closed. */
public final class AacDecoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();

    /**
     * @param parameters of the track, with its decoder configuration
     * @throws AvException if the configuration is not AAC that libav can decode
     */
    public AacDecoder(AVCodecParameters parameters) {
        context = avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_AAC));
        try {
            LibAv.check(avcodec_parameters_to_context(context, parameters), "read the AAC configuration");
            LibAv.check(avcodec_open2(context, context.codec(), (AVDictionary) null), "open the AAC decoder");
        } catch (AvException e) {
            close();
            throw e;
        }
    }

    /**
     * Decodes one packet, or with an empty packet what is still inside.
     *
     * @param out gets each decoded piece; at most two channels
     * @throws AvException if the packet is broken; the decoder stays usable
     */
    public void decode(AVPacket packet, Consumer<Pcm> out) {
        LibAv.check(avcodec_send_packet(context, packet), "decode AAC");
        while (avcodec_receive_frame(context, frame) == 0) {
            float[] samples = Frames.interleaved(frame);
            out.accept(new Pcm(samples, samples.length / frame.nb_samples(), frame.sample_rate()));
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
