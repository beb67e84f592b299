package io.airproof.driver.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the standard input of a program. */
@FunctionalInterface
public interface Feed {

    /**
     * Writes everything; the stream is closed by the caller.
     *
     * @throws IOException if the program has gone
     */
    void writeTo(OutputStream out) throws IOException;

    /** An empty input. */
    static Feed nothing() {
        return out -> {};
    }

    /** These bytes. */
    static Feed of(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
