package io.airproof.reference.sts.message;

/** The table of errors (contract 4.10); the names are the codes on the wire. */
public enum ErrorCode {
    STREAM_NOT_FOUND(Severity.ERROR, false),
    STREAM_NOT_READY(Severity.ERROR, true),
    STREAM_PAUSED(Severity.WARNING, true),
    INVALID_CONFIG(Severity.ERROR, false),
    UNSUPPORTED_LANGUAGE(Severity.ERROR, false),
    INVALID_VOICE_PROFILE(Severity.ERROR, false),
    MALFORMED_DATA(Severity.ERROR, false),
    FRAGMENT_TOO_LARGE(Severity.ERROR, false),
    INVALID_SEQUENCE(Severity.ERROR, false),
    BACKPRESSURE_EXCEEDED(Severity.WARNING, true),
    QUEUE_FULL(Severity.WARNING, true),
    RATE_LIMIT(Severity.WARNING, true),
    TIMEOUT(Severity.ERROR, true),
    MODEL_ERROR(Severity.ERROR, true),
    PROCESSING_ERROR(Severity.ERROR, true),
    INVALID_AUDIO_FORMAT(Severity.ERROR, false),
    ASR_FAILED(Severity.ERROR, false),
    TRANSLATION_FAILED(Severity.ERROR, true),
    TTS_SYNTHESIS_FAILED(Severity.ERROR, false),
    DURATION_MISMATCH_EXCEEDED(Severity.ERROR, false);

    /** How bad an error is for the stream. */
    public enum Severity {
        /** The fragment may be sent again later. */
        WARNING("warning"),
        /** The fragment or the request is lost. */
        ERROR("error");

        private final String wireName;

        Severity(String wireName) {
            this.wireName = wireName;
        }

        /** The name on the wire. */
        public String wireName() {
            return wireName;
        }
    }

    private final Severity severity;
    private final boolean retryable;

    ErrorCode(Severity severity, boolean retryable) {
        this.severity = severity;
        this.retryable = retryable;
    }

    /** The severity of every {@code error} event with this code. */
    public Severity severity() {
        return severity;
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
