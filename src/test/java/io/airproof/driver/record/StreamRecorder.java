package io.airproof.driver.record;

import io.airproof.driver.ffmpeg.Ffmpeg;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Records streams as a viewer gets them: each packet as it is, at its own time stamp. */
public final class StreamRecorder {

    /**
     * Packets that are kept of one stream, bytes: two hours at 0.6 Mbit/s, which no clip comes near. All of them are in
     * memory, so a stream that does not end must not fill it.
     */
    static final long MOST_BYTES = 512L << 20;

    private final Ffmpeg ffmpeg;
    private final long mostBytes;

    public StreamRecorder(Ffmpeg ffmpeg) {
        this(ffmpeg, MOST_BYTES);
    }

    StreamRecorder(Ffmpeg ffmpeg, long mostBytes) {
        this.ffmpeg = ffmpeg;
        this.mostBytes = mostBytes;
    }

    /**
     * Starts to record a stream that is there already; returns at once. A stream that is not there is told by the
     * futures of the recording, and so is one that is too long to be kept.
     *
     * @param source address of the path, {@code rtmp://host:port/path}, or {@code rtsp://…}, which gives the pictures
     *     alone
     * @param file where to keep the recording; its folder exists
     * @throws io.airproof.driver.ffmpeg.FfmpegException if ffmpeg cannot be started
     */
    public RecordingInProgress start(URI source, Path file) {
        List<String> arguments = "rtsp".equals(source.getScheme()) ? rtspArguments(source) : arguments(source);
        return RecordingInProgress.begin(source, file, ffmpeg.start("record", arguments), mostBytes);
    }

    /** RTSP has no FLV in it: ffmpeg makes one of the coded pictures, each as soon as it is there. Pictures alone. */
    private static List<String> rtspArguments(URI source) {
        return List.of(
                "-v",
                "info",
                "-nostats",
                "-rtsp_transport",
                "tcp",
                "-fflags",
                "nobuffer",
                "-probesize",
                RAW_BYTES,
                "-analyzeduration",
                "0",
                "-i",
                source.toString(),
                "-map",
                "0:v",
                "-c",
                "copy",
                "-flush_packets",
                "1",
                "-flvflags",
                "no_duration_filesize",
                "-f",
                "flv",
                "pipe:1");
    }

    /**
     * ffmpeg speaks RTMP and hands on the FLV tags byte for byte, as they come: nothing is probed, held back, put in order
     * or given another time, so a stream that breaks every rule is recorded as it is.
     */
    private static List<String> arguments(URI source) {
        return List.of(
                "-v",
                "info",
                "-nostats",
                "-f",
                "data",
                "-raw_packet_size",
                RAW_BYTES,
                "-i",
                source.toString(),
                "-map",
                "0",
                "-c",
                "copy",
                "-flush_packets",
                "1",
                "-f",
                "data",
                "pipe:1");
    }

    /** Most bytes that are read at once; what is there is passed on, however little. */
    private static final String RAW_BYTES = "65536";
}
