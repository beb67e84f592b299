package io.airproof.reference.media.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_close;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_parse2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * The size of H.264 pictures, as their parameter sets say.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record PictureSize(int width, int height) {

    /**
     * Reads the size.
     *
     * @param form of the track, with its decoder configuration
     * @param key a key frame
     * @throws AvException if it cannot be read
     */
    public static PictureSize of(AVCodecParameters form, AVPacket key) {
        AVCodecParserContext parser = av_parser_init(AV_CODEC_ID_H264);
        AVCodecContext context = avcodec_alloc_context3((AVCodec) null);
        try (BytePointer out = new BytePointer();
                IntPointer size = new IntPointer(1)) {
            LibAv.check(avcodec_parameters_to_context(context, form), "read the H.264 configuration");
            parser.flags(parser.flags() | AVCodecParserContext.PARSER_FLAG_COMPLETE_FRAMES);
            av_parser_parse2(parser, context, out, size, key.data(), key.size(), AV_NOPTS_VALUE, AV_NOPTS_VALUE, 0);
            if (parser.width() <= 0 || parser.height() <= 0) {
                throw new AvException("the key frame does not tell the size of the pictures", 0);
            }
            return new PictureSize(parser.width(), parser.height());
        } finally {
            av_parser_close(parser);
            avcodec_free_context(context);
        }
    }
}
