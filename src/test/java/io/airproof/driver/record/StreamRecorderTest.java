package io.airproof.driver.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airproof.driver.ffmpeg.BundledFfmpeg;
import io.airproof.driver.ffmpeg.Feed;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.FfmpegProcess;
import io.airproof.driver.ffmpeg.SmallClips;
import io.airproof.media.FlvClip;
import io.airproof.media.FlvCodec;
import io.airproof.media.FlvReader;
import io.airproof.media.FlvTag;
import io.airproof.media.FlvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamRecorderTest {

    /** Far from 0, as the output of a live service is. */
    private static final int START_MS = 6000;

    private final Ffmpeg ffmpeg = BundledFfmpeg.get();
    private final StreamRecorder recorder = new StreamRecorder(ffmpeg);
    private final URI address = SmallClips.freeAddress();
    private final Path folder;

    StreamRecorderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void every_packet_is_kept_at_its_time_stamp_and_with_its_arrival() throws Exception {
        List<FlvTag> served = shifted(SmallClips.second(ffmpeg));
        Path file = folder.resolve("recording.flv");
        try (FfmpegProcess server = server(served);
                RecordingInProgress inProgress = recorder.start(address, file)) {
            Instant first = inProgress.firstPacketAt().get(10, TimeUnit.SECONDS);
            Recording recording = inProgress.finished().get(10, TimeUnit.SECONDS);

            List<FlvTag> got = recording.tags().stream().map(ArrivedTag::tag).toList();
            assertThat(got.stream().filter(FlvTag::isMedia))
                    .containsExactlyInAnyOrderElementsOf(
                            served.stream().filter(FlvTag::isMedia).toList());
            assertThat(got.stream().filter(FlvTag::isSequenceHeader)).hasSize(2);
            assertThat(recording.tags()).extracting(ArrivedTag::arrivedAt).isSorted();
            assertThat(first).isBetween(recording.startedAt(), recording.endedAt());
            assertThat(FlvReader.readAll(file)).isEqualTo(got);
            assertThat(inProgress.tagCount()).isEqualTo(got.size());
        }
    }

    @Test
    void a_stream_that_is_not_there_is_named() {
        try (RecordingInProgress inProgress = recorder.start(address, folder.resolve("nothing.flv"))) {
            assertThatThrownBy(() -> inProgress.finished().get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(RecordException.class)
                    .hasMessageContaining(address.toString())
                    .hasMessageContaining("Connection refused");
            assertThat(inProgress.firstPacketAt()).isCompletedExceptionally();
        }
    }

    @Test
    void a_stream_of_another_codec_is_recorded_as_it_is() throws Exception {
        byte[] flv = ffmpeg.run(
                "other codecs",
                List.of(("-v error -f lavfi -i testsrc=s=320x180:r=25:d=1 -f lavfi -i sine=d=1 -ar 44100"
                                + " -c:v flv -c:a adpcm_swf -f flv pipe:1")
                        .split(" ")),
                Feed.nothing(),
                Duration.ofSeconds(20));
        List<FlvTag> served = new FlvReader(new ByteArrayInputStream(flv)).readAll();
        try (FfmpegProcess server = server(served);
                RecordingInProgress inProgress = recorder.start(address, folder.resolve("recording.flv"))) {
            List<FlvTag> got = inProgress.finished().get(10, TimeUnit.SECONDS).tags().stream()
                    .map(ArrivedTag::tag)
                    .toList();
            assertThat(FlvCodec.of(got, FlvTag.Kind.VIDEO)).isEqualTo("Sorenson H.263");
            assertThat(FlvCodec.of(got, FlvTag.Kind.AUDIO)).isEqualTo("ADPCM");
            assertThat(got).noneMatch(FlvTag::isMedia);
        }
    }

    @Test
    void a_stream_that_is_too_long_to_be_kept_is_ended_and_says_so() throws Exception {
        StreamRecorder small = new StreamRecorder(ffmpeg, 20_000);
        Path file = folder.resolve("recording.flv");
        try (FfmpegProcess server = server(shifted(SmallClips.second(ffmpeg)));
                RecordingInProgress inProgress = small.start(address, file)) {
            assertThatThrownBy(() -> inProgress.finished().get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(RecordException.class)
                    .hasMessageContaining("it is longer than the 20000 bytes that are kept, at 6 s of its time");
            assertThat(inProgress.soFar()).isNotEmpty();
            assertThat(FlvReader.readAll(file)).hasSize(inProgress.tagCount());
        }
    }

    /** An ffmpeg that serves one reader in real time. */
    private FfmpegProcess server(List<FlvTag> tags) throws IOException {
        Path file = folder.resolve("served.flv");
        try (FlvWriter writer = new FlvWriter(Files.newOutputStream(file))) {
            for (FlvTag tag : tags) {
                writer.write(tag);
            }
        }
        FfmpegProcess server = ffmpeg.start(
                "server",
                List.of(
                        "-v",
                        "error",
                        "-re",
                        "-copyts",
                        "-i",
                        file.toString(),
                        "-c",
                        "copy",
                        "-f",
                        "flv",
                        "-listen",
                        "1",
                        address.toString()));
        SmallClips.awaitListener(address);
        return server;
    }

    private static List<FlvTag> shifted(FlvClip clip) {
        return clip.tags().stream()
                .map(tag -> tag.isMedia() ? tag.at(tag.timestampMs() + START_MS) : tag)
                .toList();
    }
}
