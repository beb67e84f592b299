package io.airproof.fault.received;

import io.airproof.driver.record.ArrivedTag;
import io.airproof.media.FlvTag;
import io.airproof.media.NalUnits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Damages of whole packets: lost, repeated, in the wrong place, broken. */
final class PacketFaults {

    private static final int FILE_HEADER_BYTES = 13;
    private static final int TAG_FRAME_BYTES = 15;
    private static final int VIDEO_HEADER_BYTES = 5;
    private static final int NAL_LENGTH_BYTES = 4;

    /** Every n-th byte of the later half of a slice is turned over: the slice header stays whole, the picture does not. */
    private static final int CORRUPT_EVERY_BYTES = 16;

    private static final int CORRUPTION = 0xFF;

    private PacketFaults() {}

    static ReceivedFault pictureLost(int index) {
        return received -> {
            List<ArrivedTag> result = new ArrayList<>(received);
            result.remove(Received.placeOfPicture(received, index));
            return List.copyOf(result);
        };
    }

    static ReceivedFault pictureRepeated(int index) {
        return received -> {
            int place = Received.placeOfPicture(received, index);
            int next = Received.placeOfPicture(received, index + 1);
            ArrivedTag picture = received.get(place);
            int step = received.get(next).tag().timestampMs() - picture.tag().timestampMs();
            List<ArrivedTag> result = new ArrayList<>(received);
            result.add(place + 1, Received.stamped(picture, picture.tag().timestampMs() + step / 2));
            return List.copyOf(result);
        };
    }

    static ReceivedFault picturesSwapped(int a, int b) {
        if (a == b) {
            throw new IllegalArgumentException("picture %d cannot be swapped with itself".formatted(a));
        }
        return received -> {
            int placeA = Received.placeOfPicture(received, a);
            int placeB = Received.placeOfPicture(received, b);
            List<ArrivedTag> result = new ArrayList<>(received);
            result.set(
                    placeA,
                    Received.showing(received.get(placeA), received.get(placeB).tag()));
            result.set(
                    placeB,
                    Received.showing(received.get(placeB), received.get(placeA).tag()));
            return List.copyOf(result);
        };
    }

    static ReceivedFault picturesFrozen(int from, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("a freeze shows at least 2 pictures alike, not " + count);
        }
        return received -> {
            FlvTag shown = received.get(Received.placeOfPicture(received, from)).tag();
            return eachPicture(received, from, count, packet -> Received.showing(packet, shown));
        };
    }

    static ReceivedFault corruptPictures(int from, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least 1 picture is corrupt, not " + count);
        }
        return received ->
                eachPicture(received, from, count, packet -> Received.carrying(packet, corrupted(packet.tag())));
    }

    static ReceivedFault tailCut(Predicate<ArrivedTag> which, Duration length) {
        return received -> {
            Duration last = Received.lastPts(received, which, "media packet").minus(length);
            return Received.without(
                    received, which.and(packet -> packet.tag().pts().compareTo(last) > 0));
        };
    }

    static ReceivedFault headCut(Duration length) {
        return received -> {
            Duration wanted = Received.zero(received).plus(length);
            Duration from = Received.firstPts(
                    received,
                    packet -> packet.tag().isKeyFrame() && packet.tag().pts().compareTo(wanted) >= 0,
                    "key frame after the cut");
            return Received.without(
                    received,
                    packet -> Received.isPicture(packet) && packet.tag().pts().compareTo(from) < 0);
        };
    }

    static ReceivedFault audioPacketsLost(Duration at, Duration length) {
        return received -> {
            Duration from = Received.zero(received).plus(at);
            Duration to = from.plus(length);
            return Received.without(
                    received,
                    packet -> Received.isSound(packet)
                            && packet.tag().pts().compareTo(from) >= 0
                            && packet.tag().pts().compareTo(to) < 0);
        };
    }

    static ReceivedFault without(FlvTag.Kind kind) {
        return received -> Received.without(received, packet -> packet.tag().kind() == kind);
    }

    static ReceivedFault truncatedFile(double part) {
        if (part < 0 || part >= 1) {
            throw new IllegalArgumentException("a truncated file keeps a part from 0 to below 1, not " + part);
        }
        return received -> {
            long whole = FILE_HEADER_BYTES
                    + received.stream().mapToLong(PacketFaults::fileBytes).sum();
            double kept = whole * part;
            List<ArrivedTag> result = new ArrayList<>();
            long end = FILE_HEADER_BYTES;
            for (ArrivedTag packet : received) {
                end += fileBytes(packet);
                if (end > kept) {
                    break;
                }
                result.add(packet);
            }
            return List.copyOf(result);
        };
    }

    private static long fileBytes(ArrivedTag packet) {
        return (long) packet.tag().data().length + TAG_FRAME_BYTES;
    }

    private static List<ArrivedTag> eachPicture(
            List<ArrivedTag> received, int from, int count, UnaryOperator<ArrivedTag> change) {
        List<ArrivedTag> result = new ArrayList<>(received);
        IntStream.range(from, from + count)
                .map(number -> Received.placeOfPicture(received, number))
                .forEach(place -> result.set(place, change.apply(received.get(place))));
        return List.copyOf(result);
    }

    private static byte[] corrupted(FlvTag picture) {
        ByteArrayOutputStream data = new ByteArrayOutputStream(picture.data().length);
        data.write(picture.data(), 0, VIDEO_HEADER_BYTES);
        for (byte[] unit : NalUnits.split(picture.payload())) {
            if (NalUnits.isSlice(unit)) {
                for (int i = unit.length - 1; i > unit.length / 2; i -= CORRUPT_EVERY_BYTES) {
                    unit[i] ^= (byte) CORRUPTION;
                }
            }
            data.writeBytes(
                    ByteBuffer.allocate(NAL_LENGTH_BYTES).putInt(unit.length).array());
            data.writeBytes(unit);
        }
        return data.toByteArray();
    }
}
