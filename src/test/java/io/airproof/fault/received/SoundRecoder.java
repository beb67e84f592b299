package io.airproof.fault.received;

import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.media.FlvTag;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Decodes the sound of a recording, has it changed, codes it again as AAC-LC and puts the new packets where the old ones
 * were: same number, time stamps and arrival times.
 *
 * <p>The encoder's first packet decodes to 1024 samples that come before the first one put in. It is left out: so packet
 * n decodes to the samples that packet n held before.
 */
final class SoundRecoder {

    private static final int PRIMING_PACKETS = 1;

    /** Silence behind the end, so that the last packet is a whole one. */
    private static final int TAIL_SAMPLES = 4 * PacketPlaces.PACKET_SAMPLES;

    /** High enough that what is heard is the damage and not the second coding. */
    private static final int BITS_PER_CHANNEL_AND_SECOND = 128_000;

    /** Spacing of packets on their way into ffmpeg, so that it has no reason to fill or drop. */
    private static final int ABOUT_PACKET_MS = 21;

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final Ffmpeg ffmpeg;

    SoundRecoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** Each channel changed alike; the number of channels and the AAC header stay. */
    ReceivedFault changing(UnaryOperator<Sound> change) {
        return received -> {
            Track track = decode(received);
            Channels changed = track.channels().each(samples -> track.places()
                    .taken(change.apply(track.places().laid(samples))));
            return track.replaced(packetsOf(encode(changed), track.count()));
        };
    }

    /** One channel, the mean of what there was, with a header that says so. */
    ReceivedFault mono() {
        return received -> {
            Track track = decode(received);
            List<FlvTag> encoded = encode(track.channels().mixed());
            FlvTag header = encoded.stream()
                    .filter(FlvTag::isSequenceHeader)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the AAC encoder gave no header"));
            return Received.changed(
                    track.replaced(packetsOf(encoded, track.count())),
                    packet -> isHeader(packet.tag()),
                    packet -> Received.carrying(packet, header.data()));
        };
    }

    /** The channels of a recording, packet after packet. */
    Channels decoded(List<ArrivedTag> received) {
        return decode(received).channels();
    }

    private Track decode(List<ArrivedTag> received) {
        List<FlvTag> packets =
                received.stream().filter(Received::isSound).map(ArrivedTag::tag).toList();
        FlvTag header = received.stream()
                .map(ArrivedTag::tag)
                .filter(SoundRecoder::isHeader)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no AAC header"));
        List<FlvTag> evenly = new ArrayList<>(List.of(header.at(0)));
        for (int i = 0; i < packets.size(); i++) {
            evenly.add(packets.get(i).at(i * ABOUT_PACKET_MS));
        }
        Channels channels = Channels.parse(ffmpeg.run(
                "decode for a fault",
                List.of(
                        "-v",
                        "error",
                        "-xerror",
                        "-f",
                        "flv",
                        "-i",
                        "pipe:0",
                        "-map",
                        "0:a:0",
                        "-c:a",
                        "pcm_f32be",
                        "-f",
                        "au",
                        "pipe:1"),
                FlvPipe.of(evenly),
                DEADLINE));
        if (channels.frames() != packets.size() * PacketPlaces.PACKET_SAMPLES) {
            throw new IllegalArgumentException("%d AAC packets decode to %d samples: some are damaged already"
                    .formatted(packets.size(), channels.frames()));
        }
        Duration zero = received.stream().anyMatch(Received::isPicture)
                ? Received.zero(received)
                : Received.firstPts(received, Received::isSound, "sound");
        return new Track(received, channels, PacketPlaces.of(packets, channels.sampleRate(), zero));
    }

    /** Perceptual noise and intensity stereo are off: they decode to something else than was put in. */
    private List<FlvTag> encode(Channels channels) {
        String count = Integer.toString(channels.count());
        List<String> input = List.of(
                "-v",
                "error",
                "-f",
                "f32be",
                "-ar",
                Integer.toString(channels.sampleRate()),
                "-ac",
                count,
                "-i",
                "pipe:0");
        List<String> coding = List.of(
                "-c:a",
                "aac",
                "-profile:a",
                "aac_low",
                "-aac_pns",
                "0",
                "-aac_is",
                "0",
                "-b:a",
                Integer.toString(BITS_PER_CHANNEL_AND_SECOND * channels.count()));
        List<String> output = List.of("-f", "flv", "pipe:1");
        return FlvPipe.read(ffmpeg.run(
                        "encode a fault",
                        Stream.of(input, coding, output).flatMap(List::stream).toList(),
                        out -> out.write(channels.interleaved(TAIL_SAMPLES)),
                        DEADLINE))
                .stream()
                .filter(FlvTag::isAac)
                .toList();
    }

    private static List<FlvTag> packetsOf(List<FlvTag> encoded, int count) {
        List<FlvTag> packets = encoded.stream()
                .filter(FlvTag::isMedia)
                .skip(PRIMING_PACKETS)
                .limit(count)
                .toList();
        if (packets.size() != count) {
            throw new IllegalStateException(
                    "the AAC encoder gave %d packets, %d are needed".formatted(packets.size(), count));
        }
        return packets;
    }

    private static boolean isHeader(FlvTag tag) {
        return tag.isAac() && tag.isSequenceHeader();
    }

    /** The sound of a recording and where it belongs. */
    private record Track(List<ArrivedTag> received, Channels channels, PacketPlaces places) {

        int count() {
            return places.firstSamples().size();
        }

        List<ArrivedTag> replaced(List<FlvTag> packets) {
            List<Integer> at = Received.places(received, Received::isSound);
            List<ArrivedTag> result = new ArrayList<>(received);
            for (int i = 0; i < at.size(); i++) {
                ArrivedTag old = received.get(at.get(i));
                result.set(at.get(i), Received.carrying(old, packets.get(i).data()));
            }
            return List.copyOf(result);
        }
    }
}
