package io.airproof.driver.ffmpeg;

import java.io.InputStream;
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
        return run(name, arguments, input, InputStream::readAllBytes, deadline);
    }

    /**
     * Runs ffmpeg to its end; what it writes is read as it comes, so that it need not fit into memory.
     *
     * @param name what it is run for
     * @param input writes its standard input, on a thread of its own
     * @param output reads its standard output, on a thread of its own
     * @param deadline longest time allowed
     * @return what the output was made of
     * @throws FfmpegException if it fails or takes longer; the message holds ffmpeg's last words
     */
    public <T> T run(String name, List<String> arguments, Feed input, Drain<T> output, Duration deadline) {
        try (FfmpegProcess process = start(name, arguments)) {
            return process.feedAndDrain(input, output, deadline);
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
