package io.airproof.stack;

import java.io.IOException;
import java.util.List;

/** What {@code /proc} says about one process: on this machine, or in a container. */
public interface ProcFolder {

    /**
     * The lines of a file.
     *
     * @param name below the folder of the process, such as {@code status}
     * @throws IOException if it cannot be read: the process has ended, or the system is no Linux
     */
    List<String> lines(String name) throws IOException;

    /**
     * What the open descriptors are, such as {@code socket:[4711]} or the path of a file.
     *
     * @throws IOException as above
     */
    List<String> descriptors() throws IOException;
}
