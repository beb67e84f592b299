package io.airproof.driver.ffmpeg;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the standard output of a program.
 *
 * @param <T> what is made of it
 */
@FunctionalInterface
public interface Drain<T> {

    /**
     * Reads everything; the stream is closed by the caller.
     *
     * @throws IOException if the program has gone
     * @throws UndecodableException if what comes is not what was asked for
     */
    T readFrom(InputStream in) throws IOException;
}
