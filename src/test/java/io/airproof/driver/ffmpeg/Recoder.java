package io.airproof.driver.ffmpeg;

import io.airproof.media.FlvClip;
import io.airproof.media.FlvReader;
import io.airproof.media.FlvTag;
import io.airproof.media.FlvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Makes clips in codecs that the contract does not ask for. */
public final class Recoder {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Ffmpeg ffmpeg;

    public Recoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * The clip in another codec, without a slate.
     *
     * @param codec ffmpeg's arguments that name it, for example {@code -c:a libmp3lame}; what they do not name stays
     * @throws FfmpegException if ffmpeg fails; the message has its words
     */
    public FlvClip recode(FlvClip clip, List<String> codec) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "-v", "error", "-threads", "1", "-f", "flv", "-copyts", "-i", "pipe:0", "-map", "0", "-c", "copy"));
        arguments.addAll(codec);
        arguments.addAll(
                List.of("-avoid_negative_ts", "disabled", "-flvflags", "no_duration_filesize", "-f", "flv", "pipe:1"));
        byte[] flv = ffmpeg.run("recode", arguments, out -> write(clip, new FlvWriter(out)), DEADLINE);
        try (FlvReader reader = new FlvReader(new ByteArrayInputStream(flv))) {
            List<FlvTag> tags = reader.readAll().stream()
                    .filter(tag -> tag.kind() != FlvTag.Kind.SCRIPT)
                    .toList();
            return new FlvClip(tags, List.of(), clip.length(), Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException("what ffmpeg made is no FLV", e);
        }
    }

    private static void write(FlvClip clip, FlvWriter writer) throws IOException {
        for (FlvTag tag : clip.tags()) {
            writer.write(tag);
        }
        writer.close();
    }
}
