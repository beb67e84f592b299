package io.airproof.exhibit;

import io.airproof.driver.ffmpeg.Feed;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.measure.ShownFrame;
import io.airproof.media.CodedPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Some key frames of the output as small pictures. */
final class PictureStrip {
    private static final int PICTURES = 10;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Ffmpeg ffmpeg;

    PictureStrip(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Writes the pictures into the folder.
     *
     * @param recording the output as it was recorded
     * @param pictures its coded pictures, in order of arrival
     * @param shown which frame of the clip each is
     * @param zero when the first picture of the clip is shown
     * @throws io.airproof.driver.ffmpeg.FfmpegException if they cannot be decoded; with ffmpeg's words
     */
    List<Exhibit.Picture> write(
            Path recording, List<CodedPicture> pictures, List<ShownFrame> shown, Duration zero, Path folder) {
        List<Duration> keys = pictures.stream()
                .filter(CodedPicture::keyFrame)
                .map(CodedPicture::pts)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        int every = Math.max(1, (keys.size() + PICTURES - 1) / PICTURES);
        ffmpeg.run(
                "pictures of " + recording.getFileName(),
                List.of(
                        "-v",
                        "error",
                        "-skip_frame",
                        "nokey",
                        "-i",
                        recording.toString(),
                        "-vf",
                        "select='not(mod(n," + every + "))',scale=240:-2",
                        "-fps_mode",
                        "passthrough",
                        "-q:v",
                        "6",
                        "-y",
                        folder.resolve("picture-%02d.jpg").toString()),
                Feed.nothing(),
                DEADLINE);
        List<Exhibit.Picture> strip = new ArrayList<>();
        for (int i = 0; i * every < keys.size(); i++) {
            Duration pts = keys.get(i * every);
            String file = "picture-%02d.jpg".formatted(i + 1);
            if (Files.isRegularFile(folder.resolve(file))) {
                strip.add(new Exhibit.Picture(file, pts.minus(zero).toNanos() / NANOS_PER_SECOND, frame(shown, pts)));
            }
        }
        return List.copyOf(strip);
    }

    private static int frame(List<ShownFrame> shown, Duration pts) {
        return shown.stream()
                .filter(one -> one.pts().equals(pts))
                .map(ShownFrame::frame)
                .findFirst()
                .orElse(OptionalInt.empty())
                .orElse(-1);
    }
}
