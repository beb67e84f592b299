package io.airproof.driver.record;

/** A stream could not be read; the message names the address and holds ffmpeg's last words. */
public final class RecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecordException(String message) {
        super(message);
    }

    public RecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
