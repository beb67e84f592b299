package io.airproof.driver.tap;

import java.io.IOException;

/** Bytes on a WebSocket connection are no frame that the tap lets pass; the message says which rule they break. */
final class FrameFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    FrameFormatException(String what) {
        super(what);
    }
}
