package io.airproof.stack;

import io.airproof.process.ChildProcess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The process of a service, seen from outside through {@code /proc} (Linux), and its orderly end. */
public final class ServiceProcess {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;
    private static final int HEX = 16;
    private static final String RESIDENT = "VmRSS:";
    private static final long KILOBYTE = 1024;

    private final ChildProcess process;
    private final int servicePort;

    ServiceProcess(ChildProcess process, int servicePort) {
        this.process = process;
        this.servicePort = servicePort;
    }

    /** Asks it to end: SIGTERM, to the process alone. */
    public void terminate() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
    }

    /** Completes with the exit code when it has ended. */
    public CompletableFuture<Integer> exit() {
        return process.exit();
    }

    /** How many processes it has started that are alive, and those they have started. */
    public long children() {
        return ProcessHandle.of(process.pid())
                .map(handle -> handle.descendants().count())
                .orElse(0L);
    }

    /**
     * How many TCP sockets it holds, but for those on its own port, on which it listens and answers.
     *
     * @throws IOException if {@code /proc} does not tell: the process has ended, or the system is no Linux
     */
    public long sockets() throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        Set<String> own = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(proc.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                inode(descriptor, own);
            }
        }
        long count = 0;
        for (String table : List.of("tcp", "tcp6")) {
            count += Files.readAllLines(proc.resolve("net").resolve(table)).stream()
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
     * @throws IOException if {@code /proc} does not tell: the process has ended, or the system is no Linux
     */
    public long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(RESIDENT))
                .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) * KILOBYTE)
                .findFirst()
                .orElseThrow(() -> new IOException("no " + RESIDENT + " in the status of " + process.name()));
    }

    /**
     * How many files and sockets it holds open.
     *
     * @throws IOException as above
     */
    public long openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.count();
        }
    }

    private static void inode(Path descriptor, Set<String> into) {
        try {
            Matcher socket = SOCKET.matcher(Files.readSymbolicLink(descriptor).toString());
            if (socket.matches()) {
                into.add(socket.group(1));
            }
        } catch (IOException e) {
            // Closed between the listing and the look: it is not held any more.
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEX);
    }
}
