package io.airproof.reference.media.publish;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import io.airproof.reference.media.av.AacEncoder;
import io.airproof.reference.media.av.AvException;
import io.airproof.reference.media.av.Interrupt;
import io.airproof.reference.media.av.LibAv;
import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.VideoForm;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/**
 * One RTMP publication: pictures as they came, sound as it was encoded, each packet out at once. Used by one thread. No
 * call waits longer than 5 s for the server.
 */
public final class RtmpOutput implements AutoCloseable {

    private static final int VIDEO = 0;
    private static final int AUDIO = 1;

    private final String url;
    private final Interrupt interrupt = new Interrupt();
    private final AVFormatContext flv = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private boolean open;

    /** A server that takes nothing for so long is lost. */
    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    /**
     * Connects and sends metadata and sequence headers, with time stamp 0.
     *
     * @param url where to
     * @param video form of the pictures
     * @param sound encoding of the sound
     * @param language of the sound, BCP 47, for the metadata
     * @throws AvException if the server cannot be reached or refuses
     */
    public RtmpOutput(String url, VideoForm video, AacEncoder sound, String language) {
        this.url = url;
        AVDictionary options = new AVDictionary(null);
        AVDictionary network = new AVDictionary(null);
        av_dict_set(network, "tcp_nodelay", "1", 0);
        try {
            LibAv.check(avformat_alloc_output_context2(flv, (AVOutputFormat) null, "flv", url), "set up the output");
            flv.flags(flv.flags() | AVFMT_FLAG_FLUSH_PACKETS);
            interrupt.guard(flv);
            interrupt.within(SEND_WITHIN);
            describe(avformat_new_stream(flv, null).codecpar(), video);
            sound.describe(avformat_new_stream(flv, null).codecpar());
            AVDictionary metadata = new AVDictionary(null);
            av_dict_set(metadata, "language", language, 0);
            flv.metadata(metadata);
            AVIOContext io = new AVIOContext(null);
            LibAv.check(avio_open2(io, url, AVIO_FLAG_WRITE, flv.interrupt_callback(), network), "publish " + url);
            flv.pb(io);
            av_dict_set(options, "flvflags", "no_duration_filesize+no_sequence_end", 0);
            LibAv.check(avformat_write_header(flv, options), "begin " + url);
            open = true;
        } catch (AvException e) {
            close();
            throw e;
        } finally {
            av_dict_free(options);
            av_dict_free(network);
        }
    }

    private static void describe(AVCodecParameters to, VideoForm video) {
        byte[] configuration = video.configuration();
        BytePointer extra = new BytePointer(av_mallocz(configuration.length + (long) AV_INPUT_BUFFER_PADDING_SIZE));
        extra.put(configuration);
        to.codec_type(AVMEDIA_TYPE_VIDEO).codec_id(AV_CODEC_ID_H264);
        to.extradata(extra).extradata_size(configuration.length);
        to.width(video.width()).height(video.height());
    }

    /** Sends a picture; its times are those of the output, in ms. */
    public void picture(Picture picture) {
        send(picture.data(), VIDEO, picture.dtsMs(), picture.ptsMs(), picture.key());
    }

    /** Sends a frame of sound with its time in the output, in ms. */
    public void sound(byte[] data, long timeMs) {
        send(data, AUDIO, timeMs, timeMs, true);
    }

    private void send(byte[] data, int track, long dtsMs, long ptsMs, boolean key) {
        LibAv.check(av_new_packet(packet, data.length), "reserve a packet");
        try {
            interrupt.within(SEND_WITHIN);
            packet.data().put(data);
            AVStream stream = flv.streams(track);
            packet.stream_index(stream.index()).dts(dtsMs).pts(ptsMs);
            packet.flags(key ? AV_PKT_FLAG_KEY : 0);
            LibAv.check(av_write_frame(flv, packet), "publish to " + url);
        } finally {
            av_packet_unref(packet);
        }
    }

    /** Ends the publication. */
    @Override
    public void close() {
        interrupt.within(CLOSE_WITHIN);
        if (open) {
            av_write_trailer(flv);
            open = false;
        }
        if (!flv.isNull()) {
            if (flv.pb() != null && !flv.pb().isNull()) {
                avio_closep(flv.pb());
            }
            avformat_free_context(flv);
        }
        av_packet_free(packet);
        interrupt.close();
    }
}
