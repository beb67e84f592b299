package io.airproof.driver.ffmpeg;

import io.airproof.media.FlvCodec;
import io.airproof.media.FlvTag;
import io.airproof.media.FlvWriter;
import io.airproof.media.Sound;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decodes AAC to samples of one channel, the mean of all channels, −1 to 1.
 *
 * <p>Convention: the decoded samples of a packet start at the packet's time stamp. Encoder delay is not taken off a
 * stream, since no stream carries it; it is taken off an MP4, whose edit list states it.
 */
public final class SoundDecoder {

    /** Samples that one packet of AAC-LC decodes to (ISO/IEC 14496-3). */
    private static final int PACKET_SAMPLES = 1024;

    /** Packets that are this much off their place still continue the sound: FLV rounds to 1 ms, twice on the way. */
    private static final Duration JITTER = Duration.ofMillis(3);

    /**
     * Longer sound is not decoded: what measures it holds some copies of it in memory, 12 MB for each minute. It is five
     * times the longest clip; a broken time stamp shows as longer sound, too.
     */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** Samples of the longest sound at the highest rate of AAC, 96 kHz. */
    private static final int MOST_SAMPLES = (int) LONGEST.toSeconds() * 96_000;

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int MS_PER_SECOND = 1000;

    /** Spacing of packets on their way into ffmpeg; 1024 samples at 48 kHz, and no matter for the result. */
    private static final int ABOUT_PACKET_MS = 21;

    private static final List<String> TO_PCM = List.of("-map", "0:a:0", "-c:a", "pcm_f32be", "-f", "au", "pipe:1");

    private final Ffmpeg ffmpeg;

    public SoundDecoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * The sound of a stream at its own rate. Packets stand at their time stamps: contiguous while they are at most 3 ms
     * off their place, otherwise moved there; gaps are zeros. Tags other than AAC are ignored.
     *
     * @throws UndecodableException if there is no AAC, its header is missing, a packet is damaged, or it lasts longer than
     *     {@link #LONGEST}
     */
    public Sound decodeFlv(List<FlvTag> tags) {
        List<FlvTag> packets =
                tags.stream().filter(tag -> tag.isAac() && tag.isMedia()).toList();
        if (packets.isEmpty()) {
            throw new UndecodableException("there is no AAC packet among %d tags; the sound is coded as: %s"
                    .formatted(tags.size(), FlvCodec.of(tags, FlvTag.Kind.AUDIO)));
        }
        FlvTag header = tags.stream()
                .filter(tag -> tag.isAac() && tag.isSequenceHeader())
                .findFirst()
                .orElseThrow(() -> new UndecodableException(
                        "%d AAC packets came without an AudioSpecificConfig".formatted(packets.size())));
        requireBounded(packets);
        Pcm pcm = decode("stream", List.of("-f", "flv"), out -> writeEvenly(header, packets, out), List.of());
        if (pcm.frames() != packets.size() * PACKET_SAMPLES) {
            throw new UndecodableException("%d AAC packets decode to %d samples instead of %d: some are damaged"
                    .formatted(packets.size(), pcm.frames(), packets.size() * PACKET_SAMPLES));
        }
        return lay(pcm, packets);
    }

    /** Refuses what would not fit before anything of it is decoded. */
    private static void requireBounded(List<FlvTag> packets) {
        int origin = packets.get(0).timestampMs();
        FlvTag last = packets.stream()
                .max(Comparator.comparingInt(FlvTag::timestampMs))
                .orElseThrow();
        Duration stamped = Duration.ofMillis(last.timestampMs() - origin);
        if (stamped.compareTo(LONGEST) > 0 || (long) packets.size() * PACKET_SAMPLES > MOST_SAMPLES) {
            throw new UndecodableException(
                    "%d AAC packets last %d s by their time stamps, more than the %d s that are measured: %s is the last"
                            .formatted(packets.size(), stamped.toSeconds(), LONGEST.toSeconds(), last));
        }
    }

    /**
     * The sound of an MP4 (or ADTS) at its own rate, starting at 0.
     *
     * @throws UndecodableException if it cannot be decoded; with ffmpeg's words
     */
    public Sound decodeM4a(byte[] bytes) {
        Pcm pcm = decodeFile(bytes, List.of());
        return new Sound(pcm.mono(), pcm.sampleRate(), Duration.ZERO);
    }

    /**
     * The same at another rate.
     *
     * @param targetRate samples per second
     * @throws UndecodableException if it cannot be decoded; with ffmpeg's words
     */
    public Sound decodeM4a(byte[] bytes, int targetRate) {
        Pcm pcm = decodeFile(bytes, List.of("-ar", Integer.toString(targetRate)));
        return new Sound(pcm.mono(), pcm.sampleRate(), Duration.ZERO);
    }

    /**
     * What a piece of audio truly is.
     *
     * @throws UndecodableException if it cannot be decoded; with ffmpeg's words
     */
    public DecodedAudio inspectM4a(byte[] bytes) {
        Pcm pcm = decodeFile(bytes, List.of());
        Boxes boxes = Boxes.of(bytes);
        return new DecodedAudio(
                container(bytes, boxes),
                boxes.brand(),
                boxes.indexFirst(),
                pcm.sampleRate(),
                pcm.channels(),
                pcm.frames());
    }

    private Pcm decodeFile(byte[] bytes, List<String> options) {
        return decode("%d bytes of audio".formatted(bytes.length), List.of(), Feed.of(bytes), options);
    }

    private Pcm decode(String what, List<String> inputOptions, Feed input, List<String> outputOptions) {
        List<String> arguments = Stream.of(
                        List.of("-v", "error", "-xerror"), inputOptions, List.of("-i", "pipe:0"), outputOptions, TO_PCM)
                .flatMap(List::stream)
                .toList();
        try {
            Pcm pcm = ffmpeg.run("decode", arguments, input, in -> Pcm.read(in, MOST_SAMPLES), DEADLINE);
            if (pcm.sampleRate() == 0) {
                throw new UndecodableException(what + " decodes to no samples");
            }
            return pcm;
        } catch (UndecodableException e) {
            throw e;
        } catch (FfmpegException e) {
            throw new UndecodableException("%s cannot be decoded: %s".formatted(what, e.getMessage()), e);
        }
    }

    /** Gives the packets times without gaps, so that nothing on the way has a reason to fill or drop. */
    private static void writeEvenly(FlvTag header, List<FlvTag> packets, OutputStream out) throws IOException {
        FlvWriter writer = new FlvWriter(new java.io.BufferedOutputStream(out, 1 << 16));
        writer.write(header.at(0));
        for (int i = 0; i < packets.size(); i++) {
            writer.write(packets.get(i).at(i * ABOUT_PACKET_MS));
        }
    }

    private static Sound lay(Pcm pcm, List<FlvTag> packets) {
        int rate = pcm.sampleRate();
        long jitter = JITTER.toMillis() * rate / MS_PER_SECOND;
        long origin = packets.get(0).timestampMs();
        List<Long> places = new ArrayList<>(packets.size());
        long next = 0;
        long end = 0;
        for (FlvTag packet : packets) {
            long stamped = Math.round((packet.timestampMs() - origin) * (double) rate / MS_PER_SECOND);
            long place = Math.abs(stamped - next) <= jitter ? next : Math.max(0, stamped);
            places.add(place);
            next = place + PACKET_SAMPLES;
            end = Math.max(end, next);
        }
        float[] mono = pcm.mono();
        float[] laid = new float[Math.toIntExact(end)];
        for (int i = 0; i < places.size(); i++) {
            System.arraycopy(mono, i * PACKET_SAMPLES, laid, Math.toIntExact(places.get(i)), PACKET_SAMPLES);
        }
        return new Sound(laid, rate, Duration.ofMillis(origin));
    }

    private static String container(byte[] bytes, Boxes boxes) {
        if (!boxes.brand().isEmpty()) {
            return "mp4";
        }
        boolean adts = bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xF0) == 0xF0;
        return adts ? "adts" : "unknown";
    }

    /** The outermost boxes of an MP4 (ISO/IEC 14496-12). */
    private record Boxes(String brand, List<String> names) {

        private static final int HEADER_BYTES = 8;

        static Boxes of(byte[] bytes) {
            List<String> names = new ArrayList<>();
            String brand = "";
            long at = 0;
            while (at + HEADER_BYTES <= bytes.length) {
                int start = (int) at;
                long size = ByteBuffer.wrap(bytes, start, 4).getInt() & 0xFFFFFFFFL;
                String name = text(bytes, start + 4);
                if (size < HEADER_BYTES) {
                    break;
                }
                if (name.equals("ftyp") && start + HEADER_BYTES + 4 <= bytes.length) {
                    brand = text(bytes, start + HEADER_BYTES);
                }
                names.add(name);
                at += size;
            }
            return new Boxes(brand, names);
        }

        boolean indexFirst() {
            return names.contains("moov") && names.contains("mdat") && names.indexOf("moov") < names.indexOf("mdat");
        }

        private static String text(byte[] bytes, int at) {
            return new String(Arrays.copyOfRange(bytes, at, at + 4), StandardCharsets.ISO_8859_1);
        }
    }
}
