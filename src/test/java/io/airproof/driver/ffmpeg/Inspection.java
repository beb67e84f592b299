package io.airproof.driver.ffmpeg;

import com.github.kokorin.jaffree.LogLevel;
import com.github.kokorin.jaffree.Rational;
import com.github.kokorin.jaffree.StreamType;
import com.github.kokorin.jaffree.ffprobe.FFprobe;
import com.github.kokorin.jaffree.ffprobe.FFprobeResult;
import com.github.kokorin.jaffree.ffprobe.Format;
import com.github.kokorin.jaffree.ffprobe.Frame;
import com.github.kokorin.jaffree.ffprobe.Stream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks into media files with ffprobe. */
public final class Inspection {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MS_PER_SECOND = 1e3;
    private static final String UNKNOWN = "unknown";

    private final Ffmpeg ffmpeg;

    public Inspection(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * What a file holds.
     *
     * @throws UndecodableException if it is missing or no media; with ffprobe's words
     */
    public MediaInfo of(Path file) {
        if (!Files.isReadable(file)) {
            throw new UndecodableException("%s cannot be inspected: there is no such file".formatted(file));
        }
        FFprobeResult result = probe(file);
        Format format = result.getFormat();
        Duration duration = Optional.ofNullable(format.getDuration())
                .map(seconds -> Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND)))
                .orElse(Duration.ZERO);
        List<StreamInfo> streams =
                result.getStreams().stream().map(Inspection::stream).toList();
        return new MediaInfo(format.getFormatName(), duration, streams);
    }

    /**
     * The key frames of a file's picture, as a decoder shows them, in order.
     *
     * @throws UndecodableException if it is missing or no media; with ffprobe's words
     */
    public List<KeyFrame> keyFrames(Path file) {
        FFprobe probe = new FFprobe(ffmpeg.ffprobe())
                .setLogLevel(LogLevel.ERROR)
                .addArguments("-skip_frame", "nokey")
                .setSelectStreams(StreamType.VIDEO)
                .setShowEntries("frame=media_type,pts_time,width,height")
                .setInput(file);
        return result(probe, file).getFrames().stream()
                .filter(Frame.class::isInstance)
                .map(Frame.class::cast)
                .filter(frame -> frame.getPtsTime() != null && frame.getWidth() != null)
                .map(frame -> new KeyFrame(
                        Duration.ofMillis(Math.round(frame.getPtsTime() * MS_PER_SECOND)),
                        frame.getWidth().intValue()))
                .toList();
    }

    private FFprobeResult probe(Path file) {
        return result(
                new FFprobe(ffmpeg.ffprobe())
                        .setLogLevel(LogLevel.ERROR)
                        .setShowFormat(true)
                        .setShowStreams(true)
                        .setInput(file),
                file);
    }

    private static FFprobeResult result(FFprobe probe, Path file) {
        Future<FFprobeResult> running = probe.executeAsync();
        try {
            return running.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UndecodableException("%s cannot be inspected: %s".formatted(file, words(e)), e);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new UndecodableException(
                    "%s cannot be inspected: ffprobe took longer than %d s".formatted(file, DEADLINE.toSeconds()), e);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new FfmpegException("ffprobe was interrupted on " + file, e);
        }
    }

    private static StreamInfo stream(Stream stream) {
        String codec = Optional.ofNullable(stream.getCodecName()).orElse(UNKNOWN);
        return switch (stream.getCodecType()) {
            case VIDEO ->
                new StreamInfo.VideoStream(
                        codec, orZero(stream.getWidth()), orZero(stream.getHeight()), rate(stream.getAvgFrameRate()));
            case AUDIO ->
                new StreamInfo.AudioStream(codec, orZero(stream.getSampleRate()), orZero(stream.getChannels()));
            default -> new StreamInfo.OtherStream(codec, String.valueOf(stream.getCodecType()));
        };
    }

    private static int orZero(@org.jspecify.annotations.Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static double rate(@org.jspecify.annotations.Nullable Rational rate) {
        return rate == null ? 0 : rate.doubleValue();
    }

    /** Jaffree wraps the program's words in several exceptions; the innermost says most. */
    private static String words(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }
}
