package io.airproof.reference.sts.dub.sound;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Decodes AAC in MP4 or ADTS from memory, in this process. Safe for all threads. */
public final class SoundDecoder {

    private static final int IO_BUFFER_BYTES = 32_768;
    private static final int MAX_TRIM_SAMPLES = 4_096;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private SoundDecoder() {}

    /**
     * Decodes a whole file; what an edit list hides is not in the result.
     *
     * @throws SoundException if the bytes are neither MP4 nor ADTS, or hold no decodable sound
     */
    public static Pcm decode(byte[] file) throws SoundException {
        String format = format(file);
        Memory memory = new Memory(file);
        AVFormatContext container = avformat_alloc_context();
        AVIOContext io = avio_alloc_context(
                new BytePointer(av_malloc(IO_BUFFER_BYTES)),
                IO_BUFFER_BYTES,
                0,
                null,
                memory.reader,
                null,
                memory.seeker);
        container.pb(io);
        try {
            if (avformat_open_input(container, "", av_find_input_format(format), (AVDictionary) null) < 0) {
                container = new AVFormatContext(null);
                throw new SoundException("the " + format + " container cannot be read");
            }
            return decode(container);
        } finally {
            if (!container.isNull()) {
                avformat_close_input(container);
            }
            av_freep(new PointerPointer<>(1).put(io.buffer()));
            avio_context_free(io);
            memory.close();
        }
    }

    private static String format(byte[] file) throws SoundException {
        if (file.length > 12 && file[4] == 'f' && file[5] == 't' && file[6] == 'y' && file[7] == 'p') {
            return "mov";
        }
        if (file.length > 7 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xF0) == 0xF0) {
            return "aac";
        }
        throw new SoundException("the bytes are neither MP4 (bytes 4 to 7 \"ftyp\") nor ADTS (first 12 bits FFF)");
    }

    private static Pcm decode(AVFormatContext container) throws SoundException {
        if (avformat_find_stream_info(container, (PointerPointer<?>) null) < 0) {
            throw new SoundException("the container describes no stream");
        }
        int index = av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            throw new SoundException("the container holds no sound");
        }
        AVStream stream = container.streams(index);
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        AVCodecContext decoder = avcodec_alloc_context3(codec);
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        try {
            avcodec_parameters_to_context(decoder, stream.codecpar());
            decoder.pkt_timebase(stream.time_base());
            if (avcodec_open2(decoder, codec, (AVDictionary) null) < 0) {
                throw new SoundException("the sound has a codec that cannot be decoded");
            }
            Collector sound = new Collector();
            int broken = 0;
            while (av_read_frame(container, packet) >= 0) {
                if (packet.stream_index() == index) {
                    broken += avcodec_send_packet(decoder, packet) < 0 ? 1 : 0;
                    sound.drain(decoder, frame);
                }
                av_packet_unref(packet);
            }
            avcodec_send_packet(decoder, null);
            sound.drain(decoder, frame);
            Pcm pcm = sound.pcm();
            if (broken > 0) {
                throw new SoundException(broken + " AAC frames cannot be decoded");
            }
            return trimmed(pcm, stream);
        } finally {
            av_frame_free(frame);
            av_packet_free(packet);
            avcodec_free_context(decoder);
        }
    }

    /** The last frame may hold more than the edit list shows. */
    private static Pcm trimmed(Pcm pcm, AVStream stream) {
        long duration = stream.duration();
        if (duration <= 0) {
            return pcm;
        }
        long shown = Math.round((double) duration
                * stream.time_base().num()
                / stream.time_base().den()
                * pcm.sampleRate());
        if (shown >= pcm.length() || pcm.length() - shown > MAX_TRIM_SAMPLES || shown == 0) {
            return pcm;
        }
        float[][] cut = Arrays.stream(pcm.channels())
                .map(channel -> Arrays.copyOf(channel, (int) shown))
                .toArray(float[][]::new);
        return new Pcm(cut, pcm.sampleRate());
    }

    /** Gathers decoded frames. */
    private static final class Collector {
        private final List<float[][]> blocks = new ArrayList<>();
        private int rate;
        private int channels;

        void drain(AVCodecContext decoder, AVFrame frame) {
            while (avcodec_receive_frame(decoder, frame) >= 0) {
                if (frame.format() == AV_SAMPLE_FMT_FLTP && frame.nb_samples() > 0) {
                    int count = frame.ch_layout().nb_channels();
                    if (blocks.isEmpty()) {
                        rate = frame.sample_rate();
                        channels = Math.min(2, count);
                    }
                    blocks.add(block(frame, Math.min(channels, count)));
                }
                av_frame_unref(frame);
            }
        }

        private float[][] block(AVFrame frame, int count) {
            float[][] block = new float[channels][frame.nb_samples()];
            for (int c = 0; c < count; c++) {
                FloatBuffer samples = new FloatPointer(frame.data(c))
                        .capacity(frame.nb_samples())
                        .asBuffer();
                samples.get(block[c]);
            }
            return block;
        }

        Pcm pcm() throws SoundException {
            if (blocks.isEmpty()) {
                throw new SoundException("the container holds no decodable sound");
            }
            int length = blocks.stream().mapToInt(block -> block[0].length).sum();
            float[][] all = new float[channels][length];
            int at = 0;
            for (float[][] block : blocks) {
                for (int c = 0; c < channels; c++) {
                    System.arraycopy(block[c], 0, all[c], at, block[c].length);
                }
                at += block[0].length;
            }
            return new Pcm(all, rate);
        }
    }

    /** A file in memory, as the library wants to read it. */
    private static final class Memory {
        private final byte[] file;
        private int at;
        private final org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int reader =
                new org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int() {
                    @Override
                    public int call(Pointer opaque, BytePointer buffer, int size) {
                        int count = Math.min(size, file.length - at);
                        if (count <= 0) {
                            return AVERROR_EOF();
                        }
                        buffer.put(file, at, count);
                        at += count;
                        return count;
                    }
                };
        private final org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int seeker =
                new org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int() {
                    @Override
                    public long call(Pointer opaque, long offset, int whence) {
                        if (whence == AVSEEK_SIZE) {
                            return file.length;
                        }
                        long target = whence == 0 ? offset : whence == 1 ? at + offset : file.length + offset;
                        if (target < 0 || target > file.length) {
                            return -1;
                        }
                        at = (int) target;
                        return at;
                    }
                };

        Memory(byte[] file) {
            this.file = file;
        }

        void close() {
            reader.close();
            seeker.close();
        }
    }
}
