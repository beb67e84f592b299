package io.airproof.stack;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The process of a service, seen from outside through {@code /proc} (Linux), and its orderly end. */
public abstract class ServiceProcess {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;
    private static final int HEX = 16;
    private static final String RESIDENT = "VmRSS:";
    private static final long KILOBYTE = 1024;

    private final int servicePort;

    /** @param servicePort the TCP port that it serves, where it runs */
    protected ServiceProcess(int servicePort) {
        this.servicePort = servicePort;
    }

    /** Asks it to end: SIGTERM, to the process alone. */
    public abstract void terminate();

    /** Completes with the exit code when it has ended. */
    public abstract CompletableFuture<Integer> exit();

    /**
     * How many processes it has started that are alive, and those they have started.
     *
     * @throws IOException if that cannot be seen
     */
    public abstract long children() throws IOException;

    /**
     * The lines of a file of {@code /proc}.
     *
     * @param name below the folder of the process, such as {@code status}
     * @throws IOException if it cannot be read: the process has ended, or the system is no Linux
     */
    protected abstract List<String> lines(String name) throws IOException;

    /**
     * What its open descriptors are, such as {@code socket:[4711]} or the path of a file.
     *
     * @throws IOException as above
     */
    protected abstract List<String> descriptors() throws IOException;

    /**
     * How many TCP sockets it holds, but for those on its own port, on which it listens and answers.
     *
     * @throws IOException as above
     */
    public final long sockets() throws IOException {
        Set<String> own = descriptors().stream()
                .map(SOCKET::matcher)
                .filter(Matcher::matches)
                .map(socket -> socket.group(1))
                .collect(Collectors.toSet());
        long count = 0;
        for (String table : List.of("net/tcp", "net/tcp6")) {
            count += lines(table).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(entry -> own.contains(entry[INODE]) && port(entry[LOCAL_ADDRESS]) != servicePort)
                    .count();
        }
        return count;
    }

    /**
     * Its resident memory in bytes.
     *
     * @throws IOException as above
     */
    public final long memory() throws IOException {
        return lines("status").stream()
                .filter(line -> line.startsWith(RESIDENT))
                .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) * KILOBYTE)
                .findFirst()
                .orElseThrow(() -> new IOException("no " + RESIDENT + " in the status of the process"));
    }

    /**
     * How many files and sockets it holds open.
     *
     * @throws IOException as above
     */
    public final long openFiles() throws IOException {
        return descriptors().size();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEX);
    }
}
