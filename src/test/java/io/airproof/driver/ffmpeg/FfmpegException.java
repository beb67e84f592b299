package io.airproof.driver.ffmpeg;

/** ffmpeg or ffprobe could not do what it was asked for; the message says what and holds the program's last words. */
public class FfmpegException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FfmpegException(String message) {
        super(message);
    }

    public FfmpegException(String message, Throwable cause) {
        super(message, cause);
    }
}
