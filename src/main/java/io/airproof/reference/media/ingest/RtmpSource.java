package io.airproof.reference.media.ingest;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NOBUFFER;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NOFILLIN;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NOPARSE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.airproof.reference.media.av.AacDecoder;
import io.airproof.reference.media.av.AvException;
import io.airproof.reference.media.av.Interrupt;
import io.airproof.reference.media.av.LibAv;
import io.airproof.reference.media.av.PictureSize;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * Pulls one source by RTMP, packet by packet as they come. Nothing is probed: tracks are taken as their headers arrive,
 * so that not a packet is held back or lost.
 */
public final class RtmpSource {

    /** Both tracks have shown themselves by then (contract 5.1: 5 s). */
    private static final long TRACKS_WITHIN_MS = 3500;

    /** Contract 6.5: a lost pull is noticed within 5 s; a source that is silent for so long is pulled anew. */
    private static final Duration NOTICE_WITHIN = Duration.ofMillis(4500);

    private final String url;
    private final SourceListener listener;
    private final Interrupt interrupt = new Interrupt();
    private Optional<AacDecoder> decoder = Optional.empty();
    private int videoIndex = -1;
    private int audioIndex = -1;
    private boolean videoKnown;
    private volatile boolean stopped;
    private long firstDtsMs = Long.MIN_VALUE;

    public RtmpSource(String url, SourceListener listener) {
        this.url = url;
        this.listener = listener;
    }

    /** Pulls until the source ends, is refused or {@link #stop} is called; always ends with one call that says so. */
    public void run() {
        AVFormatContext input = avformat_alloc_context();
        AVPacket packet = av_packet_alloc();
        AVDictionary options = new AVDictionary(null);
        try {
            interrupt.guard(input);
            interrupt.within(NOTICE_WITHIN);
            input.flags(input.flags() | AVFMT_FLAG_NOBUFFER | AVFMT_FLAG_NOPARSE | AVFMT_FLAG_NOFILLIN);
            av_dict_set(options, "rtmp_live", "live", 0);
            // Without these the server would leave such a track out, and the refusal could not name its codec.
            av_dict_set(options, "rtmp_enhanced_codecs", "hvc1,av01,vp09", 0);
            LibAv.check(avformat_open_input(input, url, (AVInputFormat) null, options), "read " + url);
            listener.connected();
            read(input, packet);
        } catch (AvException e) {
            listener.ended(e.words());
        } finally {
            decoder.ifPresent(AacDecoder::close);
            av_dict_free(options);
            av_packet_free(packet);
            avformat_close_input(input);
            interrupt.close();
        }
    }

    /** Makes {@link #run} end soon. */
    public void stop() {
        stopped = true;
        interrupt.within(Duration.ZERO);
    }

    /** The next packet is waited for so long; unless it was stopped meanwhile. */
    private void awaitPacket() {
        interrupt.within(NOTICE_WITHIN);
        if (stopped) {
            interrupt.within(Duration.ZERO);
        }
    }

    private void read(AVFormatContext input, AVPacket packet) {
        while (true) {
            awaitPacket();
            int code = av_read_frame(input, packet);
            if (code == LibAv.AGAIN) {
                continue;
            }
            if (code < 0) {
                listener.ended(LibAv.words(code));
                return;
            }
            try {
                AVStream track = input.streams(packet.stream_index());
                Optional<String> refused = meet(track);
                if (refused.isPresent()) {
                    listener.refused(Refusal.UNSUPPORTED_CODEC, refused.get());
                    return;
                }
                hand(packet, track);
                Optional<Refusal> missing = missing(packet);
                if (missing.isPresent()) {
                    listener.refused(missing.get(), "the source has only one track; needs H.264 and AAC");
                    return;
                }
            } finally {
                av_packet_unref(packet);
            }
        }
    }

    /** Takes up a track that is seen for the first time; says why it cannot be taken. */
    private Optional<String> meet(AVStream track) {
        AVCodecParameters form = track.codecpar();
        if (form.codec_type() == AVMEDIA_TYPE_VIDEO && videoIndex < 0) {
            if (form.codec_id() != AV_CODEC_ID_H264) {
                return Optional.of(wrongCodec(form));
            }
            videoIndex = track.index();
        } else if (form.codec_type() == AVMEDIA_TYPE_AUDIO && audioIndex < 0) {
            if (form.codec_id() != AV_CODEC_ID_AAC) {
                return Optional.of(wrongCodec(form));
            }
            audioIndex = track.index();
            decoder = Optional.of(new AacDecoder(form));
        }
        return Optional.empty();
    }

    private static String wrongCodec(AVCodecParameters form) {
        return "the source has a track in %s; needs H.264 and AAC"
                .formatted(avcodec_get_name(form.codec_id()).getString());
    }

    private void hand(AVPacket packet, AVStream track) {
        if (packet.size() == 0) {
            return;
        }
        if (track.index() == videoIndex) {
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            if (key && !videoKnown) {
                videoKnown = true;
                describe(track.codecpar(), packet);
            }
            listener.picture(new Picture(data, packet.dts(), packet.pts(), key));
        } else if (track.index() == audioIndex) {
            long pts = packet.pts();
            try {
                decoder.ifPresent(aac -> aac.decode(packet, sound -> listener.sound(sound, pts)));
            } catch (AvException e) {
                listener.brokenSound(e.words());
            }
        }
    }

    private void describe(AVCodecParameters form, AVPacket key) {
        byte[] configuration = new byte[form.extradata_size()];
        form.extradata().get(configuration);
        PictureSize size = PictureSize.of(form, key);
        listener.video(new VideoForm(configuration, size.width(), size.height(), Math.max(0, key.pts() - key.dts())));
    }

    private Optional<Refusal> missing(AVPacket packet) {
        if (firstDtsMs == Long.MIN_VALUE) {
            firstDtsMs = packet.dts();
        }
        if ((videoIndex >= 0 && audioIndex >= 0) || packet.dts() - firstDtsMs < TRACKS_WITHIN_MS) {
            return Optional.empty();
        }
        return Optional.of(videoIndex < 0 ? Refusal.NO_VIDEO_TRACK : Refusal.NO_AUDIO_TRACK);
    }
}
