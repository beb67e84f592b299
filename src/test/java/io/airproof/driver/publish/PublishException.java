package io.airproof.driver.publish;

/** A clip could not be published to its end; the message names the address and holds ffmpeg's last words. */
public final class PublishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PublishException(String message) {
        super(message);
    }

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
