package io.airproof.fault.received;

import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.media.FlvTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes the pictures of a recording and codes them again as H.264 without reordering: as many pictures, key frames where
 * they were, at the decoding, presentation and arrival times of the old ones.
 */
final class PictureRecoder {

    private static final Duration DEADLINE = Duration.ofMinutes(3);

    /** Pictures are numbered on their way, so that neither time stamps nor a rate can make ffmpeg drop or repeat one. */
    private static final String EVENLY = "settb=1/1000,setpts=N*33";

    private final Ffmpeg ffmpeg;

    PictureRecoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    ReceivedFault recoding(int kbitPerS) {
        return received -> {
            List<FlvTag> input = received.stream()
                    .map(ArrivedTag::tag)
                    .filter(FlvTag::isAvc)
                    .filter(tag -> tag.isSequenceHeader() || tag.isMedia())
                    .toList();
            List<FlvTag> encoded = encode(input, kbitPerS);
            FlvTag header = encoded.stream()
                    .filter(FlvTag::isSequenceHeader)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the H.264 encoder gave no header"));
            return Received.changed(
                    replaced(received, encoded.stream().filter(FlvTag::isMedia).toList()),
                    packet -> packet.tag().isAvc() && packet.tag().isSequenceHeader(),
                    packet -> Received.carrying(packet, header.data()));
        };
    }

    private static List<ArrivedTag> replaced(List<ArrivedTag> received, List<FlvTag> pictures) {
        List<Integer> places = Received.places(received, Received::isPicture);
        if (places.size() != pictures.size()) {
            throw new IllegalArgumentException(
                    "%d pictures decode to %d: some are damaged already".formatted(places.size(), pictures.size()));
        }
        List<Long> presentation = places.stream()
                .map(place -> received.get(place).tag().pts().toMillis())
                .sorted()
                .toList();
        List<ArrivedTag> result = new ArrayList<>(received);
        for (int i = 0; i < pictures.size(); i++) {
            int place = places.get(i);
            result.set(place, Received.showing(received.get(place), pictures.get(i), presentation.get(i)));
        }
        return List.copyOf(result);
    }

    private List<FlvTag> encode(List<FlvTag> pictures, int kbitPerS) {
        return FlvPipe.read(ffmpeg.run(
                        "code pictures again",
                        List.of(
                                "-v",
                                "error",
                                "-f",
                                "flv",
                                "-i",
                                "pipe:0",
                                "-map",
                                "0:v:0",
                                "-vf",
                                EVENLY,
                                "-fps_mode",
                                "passthrough",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "superfast",
                                "-profile:v",
                                "main",
                                "-b:v",
                                kbitPerS + "k",
                                "-bf",
                                "0",
                                "-g",
                                "9999",
                                "-sc_threshold",
                                "0",
                                "-force_key_frames",
                                "source",
                                "-f",
                                "flv",
                                "pipe:1"),
                        FlvPipe.of(pictures),
                        DEADLINE))
                .stream()
                .filter(FlvTag::isAvc)
                .toList();
    }
}
