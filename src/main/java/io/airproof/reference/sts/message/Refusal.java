package io.airproof.reference.sts.message;

/** A message that is not accepted; the text names the field, its value, and what would be right. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** A refusal with a code of the table of errors. */
    public Refusal(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** The code on the wire. */
    public ErrorCode code() {
        return code;
    }

    /** The message on the wire. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
