package io.airproof.reference.sts.dub;

import java.io.IOException;

/** A tool outside this process is missing or broke; the message names it and what helps. */
public final class ToolException extends IOException {

    private static final long serialVersionUID = 1L;

    ToolException(String message) {
        super(message);
    }
}
