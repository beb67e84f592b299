package io.airproof.driver.ffmpeg;

/** These bytes are no media that can be decoded; the message holds ffmpeg's words. */
public final class UndecodableException extends FfmpegException {

    private static final long serialVersionUID = 1L;

    public UndecodableException(String message) {
        super(message);
    }

    public UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }
}
