package io.airproof.reference.media.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** Sound to and from the files of contract 4.4: AAC-LC in MP4 of brand {@code M4A }; ADTS is read, too. */
public final class AudioFiles {
    private AudioFiles() {}

    /**
     * Writes a sound as M4A with {@code moov} first and an edit list for the encoder delay.
     *
     * @throws AvException if the file cannot be written, naming it
     */
    public static void writeM4a(Path file, EncodedTrack sound) {
        AVFormatContext mp4 = new AVFormatContext(null);
        LibAv.check(avformat_alloc_output_context2(mp4, (AVOutputFormat) null, "ipod", file.toString()), "set up M4A");
        AVDictionary options = new AVDictionary(null);
        AVPacket packet = av_packet_alloc();
        try (AVRational samples = new AVRational()) {
            AVStream track = avformat_new_stream(mp4, null);
            describe(track.codecpar(), sound);
            samples.num(1).den(sound.sampleRate());
            track.time_base(samples);
            AVIOContext io = new AVIOContext(null);
            LibAv.check(avio_open2(io, file.toString(), AVIO_FLAG_WRITE, null, (AVDictionary) null), "write " + file);
            mp4.pb(io);
            av_dict_set(options, "movflags", "+faststart", 0);
            LibAv.check(avformat_write_header(mp4, options), "begin " + file);
            for (EncodedAudio frame : sound.frames()) {
                write(mp4, packet, frame, samples, track);
            }
            LibAv.check(av_write_trailer(mp4), "finish " + file);
        } finally {
            av_packet_free(packet);
            av_dict_free(options);
            if (mp4.pb() != null && !mp4.pb().isNull()) {
                avio_closep(mp4.pb());
            }
            avformat_free_context(mp4);
        }
    }

    private static void describe(AVCodecParameters track, EncodedTrack sound) {
        byte[] configuration = sound.configuration();
        track.codec_type(AVMEDIA_TYPE_AUDIO).codec_id(AV_CODEC_ID_AAC);
        track.sample_rate(sound.sampleRate()).frame_size(AacEncoder.FRAME_SAMPLES);
        track.initial_padding(AacEncoder.FRAME_SAMPLES).format(AV_SAMPLE_FMT_FLTP);
        track.bit_rate((long) AacEncoder.BITS_PER_SECOND_AND_CHANNEL * sound.channels());
        av_channel_layout_default(track.ch_layout(), sound.channels());
        BytePointer extra = new BytePointer(av_mallocz(configuration.length + (long) AV_INPUT_BUFFER_PADDING_SIZE));
        extra.put(configuration);
        track.extradata(extra).extradata_size(configuration.length);
    }

    private static void write(
            AVFormatContext mp4, AVPacket packet, EncodedAudio frame, AVRational samples, AVStream track) {
        LibAv.check(av_new_packet(packet, frame.data().length), "reserve a packet");
        packet.data().put(frame.data());
        packet.pts(frame.position()).dts(frame.position()).duration(frame.duration());
        packet.flags(AV_PKT_FLAG_KEY);
        av_packet_rescale_ts(packet, samples, track.time_base());
        LibAv.check(av_write_frame(mp4, packet), "write an audio frame");
        av_packet_unref(packet);
    }

    /**
     * Decodes the first AAC track of a file.
     *
     * @throws AvException if the file is not MP4 or ADTS with AAC in it, or holds no sound
     */
    public static Pcm read(Path file) {
        AVFormatContext input = new AVFormatContext(null);
        LibAv.check(
                avformat_open_input(input, file.toString(), (AVInputFormat) null, (AVDictionary) null), "open " + file);
        AVPacket packet = av_packet_alloc();
        try {
            LibAv.check(avformat_find_stream_info(input, (AVDictionary) null), "read " + file);
            AVStream track = audioTrack(input).orElseThrow(() -> new AvException("no AAC track in " + file, 0));
            return decodeAll(input, packet, track, file);
        } finally {
            av_packet_free(packet);
            avformat_close_input(input);
        }
    }

    private static Pcm decodeAll(AVFormatContext input, AVPacket packet, AVStream track, Path file) {
        PcmBuilder sound = new PcmBuilder();
        AtomicInteger rate = new AtomicInteger();
        AtomicInteger channels = new AtomicInteger();
        try (AacDecoder decoder = new AacDecoder(track.codecpar())) {
            while (av_read_frame(input, packet) >= 0) {
                if (packet.stream_index() == track.index()) {
                    decoder.decode(packet, pcm -> {
                        sound.add(pcm.interleaved(), pcm.interleaved().length);
                        rate.set(pcm.sampleRate());
                        channels.set(pcm.channels());
                    });
                }
                av_packet_unref(packet);
            }
        }
        if (rate.get() == 0) {
            throw new AvException("no sound in " + file, 0);
        }
        float[] samples = sound.toArray();
        int length = Math.min(samples.length, stated(input, track, rate.get()) * channels.get());
        return new Pcm(Arrays.copyOf(samples, length), channels.get(), rate.get());
    }

    /** How many samples the file says it has; the last AAC frame is filled up beyond them. ADTS says nothing. */
    private static int stated(AVFormatContext input, AVStream track, int rate) {
        boolean mp4 = input.iformat().name().getString().contains("mp4");
        if (!mp4 || track.duration() <= 0) {
            return Integer.MAX_VALUE / 2;
        }
        AVRational base = track.time_base();
        return (int) Math.round((double) track.duration() * base.num() / base.den() * rate);
    }

    private static Optional<AVStream> audioTrack(AVFormatContext input) {
        for (int i = 0; i < input.nb_streams(); i++) {
            if (input.streams(i).codecpar().codec_id() == AV_CODEC_ID_AAC) {
                return Optional.of(input.streams(i));
            }
        }
        return Optional.empty();
    }
}
