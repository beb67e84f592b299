package io.airproof.driver.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where the two programs are.
 *
 * @param ffmpeg the ffmpeg executable
 * @param ffprobe the ffprobe executable
 */
public record Ffmpeg(Path ffmpeg, Path ffprobe) {

    private static final Duration VERSION_DEADLINE = Duration.ofSeconds(10);

    /**
     * Starts ffmpeg. Its standard input and output are pipes, its messages are kept.
     *
     * @param name what it is started for; names its threads
     * @throws FfmpegException if the program cannot be started
     */
    public FfmpegProcess start(String name, List<String> arguments) {
        return FfmpegProcess.start(name, ffmpeg, arguments);
    }

    /**
     * Runs ffmpeg to its end and gives what it wrote to standard output.
     *
     * @param name what it is run for
     * @param input writes its standard input, on a thread of its own
     * @param deadline longest time allowed
     * @throws FfmpegException if it fails or takes longer; the message holds ffmpeg's last words
     */
    public byte[] run(String name, List<String> arguments, Feed input, Duration deadline) {
        try (FfmpegProcess process = start(name, arguments)) {
            return process.feedAndCollect(input, deadline);
        }
    }

    /**
     * The first line of {@code ffmpeg -version}: equal lines mean equal encoders.
     *
     * @throws FfmpegException if the program does not run
     */
    public String version() {
        byte[] text = run("version", List.of("-version"), Feed.nothing(), VERSION_DEADLINE);
        return new String(text, java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("unknown");
    }
}
