package io.airproof.driver.metrics;

/** A text is not Prometheus text 0.0.4; the message names the line and the rule. */
public final class ExpositionFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    ExpositionFormatException(int line, String text, String why) {
        super("line " + line + ": " + why + ": \"" + text + "\"");
        this.line = line;
    }

    /** Number of the line, from 1. */
    public int line() {
        return line;
    }
}
