package io.airproof.fault.received;

import io.airproof.driver.ffmpeg.Feed;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.media.FlvClip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A small healthy recording: 4 s, 30 pictures and a key frame each second, stereo; for the tests here. */
final class ReceivedClip {

    /** What a live line has run before the recording began, ms. */
    static final int OFFSET_MS = 6000;

    static final int PICTURES = 120;
    static final int RATE = 44_100;

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private ReceivedClip() {}

    /** Pictures in the order they are shown, sound at 44.1 kHz. */
    static List<ArrivedTag> healthy(Ffmpeg ffmpeg) {
        return healthy(ffmpeg, RATE, 0);
    }

    /** Left a rising tone, right another with a little noise: neither looks like itself at another time. */
    static List<ArrivedTag> healthy(Ffmpeg ffmpeg, int rate, int reorderedPictures) {
        byte[] flv = ffmpeg.run(
                "clip to be damaged",
                List.of(
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x180:r=30:d=4",
                        "-f",
                        "lavfi",
                        "-i",
                        "aevalsrc=0.2*sin(2*PI*(200+150*t)*t)|0.15*sin(2*PI*(900+90*t)*t)+0.01*(random(0)-0.5):s=%d:d=4"
                                .formatted(rate),
                        "-c:v",
                        "libx264",
                        "-preset",
                        "superfast",
                        "-profile:v",
                        "main",
                        "-bf",
                        Integer.toString(reorderedPictures),
                        "-g",
                        "30",
                        "-keyint_min",
                        "30",
                        "-sc_threshold",
                        "0",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "aac",
                        "-b:a",
                        "192k",
                        "-f",
                        "flv",
                        "pipe:1"),
                Feed.nothing(),
                DEADLINE);
        return FlvPipe.read(flv).stream()
                .filter(tag -> tag.isSequenceHeader() || tag.isMedia())
                .map(tag -> tag.at(tag.timestampMs() + OFFSET_MS))
                .sorted(FlvClip.WIRE_ORDER)
                .map(tag -> new ArrivedTag(tag, BEGIN.plusMillis(tag.timestampMs())))
                .toList();
    }

    static List<ArrivedTag> sound(List<ArrivedTag> received) {
        return received.stream().filter(Received::isSound).toList();
    }

    static List<ArrivedTag> pictures(List<ArrivedTag> received) {
        return received.stream().filter(Received::isPicture).toList();
    }

    /** All but frames of AAC. */
    static List<ArrivedTag> besideSound(List<ArrivedTag> received) {
        return received.stream().filter(packet -> !Received.isSound(packet)).toList();
    }

    /** All but coded pictures. */
    static List<ArrivedTag> besidePictures(List<ArrivedTag> received) {
        return received.stream().filter(packet -> !Received.isPicture(packet)).toList();
    }

    static List<Integer> stamps(List<ArrivedTag> packets) {
        return packets.stream().map(packet -> packet.tag().timestampMs()).toList();
    }

    static List<Instant> arrivals(List<ArrivedTag> packets) {
        return packets.stream().map(ArrivedTag::arrivedAt).toList();
    }

    /** What each packet holds, without its times. */
    static List<String> bodies(List<ArrivedTag> packets) {
        return packets.stream()
                .map(packet -> java.util.HexFormat.of().formatHex(packet.tag().payload()))
                .toList();
    }
}
