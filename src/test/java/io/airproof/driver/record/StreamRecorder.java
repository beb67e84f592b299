package io.airproof.driver.record;

import io.airproof.driver.ffmpeg.Ffmpeg;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Records streams as a viewer gets them: each packet as it is, at its own time stamp. */
public final class StreamRecorder {

    private final Ffmpeg ffmpeg;

    public StreamRecorder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Starts to record a stream that is there already; returns at once. A stream that is not there is told by the
     * futures of the recording.
     *
     * @param source address of the path, {@code rtmp://host:port/path}
     * @param file where to keep the recording; its folder exists
     * @throws io.airproof.driver.ffmpeg.FfmpegException if ffmpeg cannot be started
     */
    public RecordingInProgress start(URI source, Path file) {
        return RecordingInProgress.begin(source, file, ffmpeg.start("record", arguments(source)));
    }

    /** Enough to come upon a picture, whose size must be known; probing ends earlier, with the first picture. */
    private static final String PROBE_BYTES = "1000000";

    /** Ends the search for a second stream where there is only one: 3 s of media. */
    private static final String PROBE_MICROS = "3000000";

    /** Nothing is probed beyond the headers, nothing is held back, time stamps stay. */
    private static List<String> arguments(URI source) {
        return List.of(
                "-v",
                "info",
                "-nostats",
                "-probesize",
                PROBE_BYTES,
                "-analyzeduration",
                PROBE_MICROS,
                "-fpsprobesize",
                "0",
                "-i",
                source.toString(),
                "-map",
                "0",
                "-c",
                "copy",
                "-copyinkf",
                "-copyts",
                "-avoid_negative_ts",
                "disabled",
                "-muxdelay",
                "0",
                "-max_interleave_delta",
                "1000",
                "-flush_packets",
                "1",
                "-flvflags",
                "no_duration_filesize",
                "-f",
                "flv",
                "pipe:1");
    }
}
