package io.airproof.driver.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    private final Ffmpeg ffmpeg = BundledFfmpeg.get();
    private final Inspection inspection = new Inspection(ffmpeg);

    private final Path folder;

    InspectionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_file_tells_its_streams_and_its_length() {
        Path file = folder.resolve("a.mp4");
        ffmpeg.run(
                "sample",
                List.of(
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=s=320x180:r=25:d=1",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=sample_rate=44100:duration=1",
                        "-c:v",
                        "libx264",
                        "-c:a",
                        "aac",
                        file.toString()),
                Feed.nothing(),
                Duration.ofSeconds(20));
        MediaInfo info = inspection.of(file);

        assertThat(info.format()).contains("mp4");
        assertThat(info.duration()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1050));
        assertThat(info.video()).containsExactly(new StreamInfo.VideoStream("h264", 320, 180, 25));
        assertThat(info.audio()).containsExactly(new StreamInfo.AudioStream("aac", 44_100, 1));
    }

    @Test
    void a_missing_file_and_one_that_is_no_media_are_named() throws Exception {
        Path missing = folder.resolve("missing.mp4");
        assertThatThrownBy(() -> inspection.of(missing))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("missing.mp4")
                .hasMessageContaining("no such file");
        Path text = Files.writeString(folder.resolve("text.mp4"), "not a film");
        assertThatThrownBy(() -> inspection.of(text))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("text.mp4");
    }

    @Test
    void a_program_that_is_not_there_is_named() {
        Ffmpeg nowhere = new Ffmpeg(folder.resolve("ffmpeg"), folder.resolve("ffprobe"));
        assertThatThrownBy(nowhere::version)
                .isInstanceOf(FfmpegException.class)
                .hasMessageContaining(folder.resolve("ffmpeg").toString());
    }

    @Test
    void a_program_that_takes_too_long_is_ended() {
        assertThatThrownBy(() -> ffmpeg.run(
                        "endless",
                        List.of("-v", "error", "-re", "-f", "lavfi", "-i", "sine", "-f", "null", "-"),
                        Feed.nothing(),
                        Duration.ofMillis(500)))
                .isInstanceOf(FfmpegException.class)
                .hasMessageContaining("longer");
    }
}
