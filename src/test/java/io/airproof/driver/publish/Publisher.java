package io.airproof.driver.publish;

import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.FfmpegProcess;
import io.airproof.media.FlvClip;
import java.net.URI;
import java.util.List;

/** Publishes clips over RTMP. Paces the packets itself and leaves them as they are; ffmpeg only carries them. */
public final class Publisher {

    private final Ffmpeg ffmpeg;

    public Publisher(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Starts to publish a clip; returns at once. What goes wrong from then on is told by the futures of the publication.
     *
     * @param target address of the path, {@code rtmp://host:port/path}
     * @throws io.airproof.driver.ffmpeg.FfmpegException if ffmpeg cannot be started
     */
    public Publication start(FlvClip clip, URI target, Cue cue, Pace pace) {
        FfmpegProcess carrier = ffmpeg.start("publish", arguments(target));
        return Publication.begin(new Playout(clip, cue, pace), target, carrier);
    }

    /** Enough to come upon a picture, whose size must be known; probing ends earlier, with the first picture. */
    private static final String PROBE_BYTES = "1000000";

    /** Ends the search for a second stream where there is only one: less media than the slate has, which goes first. */
    private static final String PROBE_MICROS = "2000000";

    /** Nothing is probed beyond the headers, nothing is held back, time stamps stay. */
    private static List<String> arguments(URI target) {
        return List.of(
                "-v",
                "info",
                "-nostats",
                "-f",
                "flv",
                "-probesize",
                PROBE_BYTES,
                "-analyzeduration",
                PROBE_MICROS,
                "-fpsprobesize",
                "0",
                "-copyts",
                "-i",
                "pipe:0",
                "-map",
                "0",
                "-c",
                "copy",
                "-copyts",
                "-avoid_negative_ts",
                "disabled",
                "-muxdelay",
                "0",
                "-flush_packets",
                "1",
                "-max_interleave_delta",
                "1000",
                "-flvflags",
                "no_duration_filesize",
                "-f",
                "flv",
                target.toString());
    }
}
