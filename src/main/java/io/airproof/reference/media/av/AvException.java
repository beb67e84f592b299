package io.airproof.reference.media.av;

/** libav refused or failed; the message says what was tried and what libav said. */
public final class AvException extends RuntimeException {
    private final int code;

    public AvException(String message, int code) {
        super(message);
        this.code = code;
    }

    /** What was tried, and what libav said. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** libav's error code, negative. */
    public int code() {
        return code;
    }
}
