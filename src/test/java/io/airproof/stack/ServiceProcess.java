package io.airproof.stack;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** The process of a service, seen from outside, and its orderly end. */
public interface ServiceProcess {

    /** Asks it to end: SIGTERM, to the process alone. */
    void terminate();

    /** Completes with the exit code when it has ended. */
    CompletableFuture<Integer> exit();

    /**
     * How many processes it has started that are alive, and those they have started.
     *
     * @throws IOException if that cannot be seen
     */
    long children() throws IOException;

    /**
     * How many TCP sockets it holds, but for those on its own port, on which it listens and answers.
     *
     * @throws IOException if that cannot be seen: the process has ended, or the system is no Linux
     */
    long sockets() throws IOException;

    /**
     * Its resident memory in bytes.
     *
     * @throws IOException as above
     */
    long memory() throws IOException;

    /**
     * How many files and sockets it holds open.
     *
     * @throws IOException as above
     */
    long openFiles() throws IOException;
}
