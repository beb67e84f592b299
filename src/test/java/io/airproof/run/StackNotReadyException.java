package io.airproof.run;

/** The stack runs, but does not carry a clip from the broadcaster to the viewer. */
public final class StackNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StackNotReadyException(String message) {
        super(message);
    }

    StackNotReadyException(String message, Throwable cause) {
        super(message, cause);
    }
}
