package io.airproof.stack;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads from {@code /proc} what a process holds.
 *
 * @param folder of the process
 * @param servicePort the TCP port that it serves
 */
public record ProcLook(ProcFolder folder, int servicePort) {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;
    private static final int HEX = 16;
    private static final String RESIDENT = "VmRSS:";
    private static final long KILOBYTE = 1024;

    /** See {@link ServiceProcess#sockets()}. */
    public long sockets() throws IOException {
        Set<String> own = folder.descriptors().stream()
                .map(SOCKET::matcher)
                .filter(Matcher::matches)
                .map(socket -> socket.group(1))
                .collect(Collectors.toSet());
        long count = 0;
        for (String table : List.of("net/tcp", "net/tcp6")) {
            count += folder.lines(table).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(entry -> own.contains(entry[INODE]) && port(entry[LOCAL_ADDRESS]) != servicePort)
                    .count();
        }
        return count;
    }

    /** See {@link ServiceProcess#memory()}. */
    public long memory() throws IOException {
        return folder.lines("status").stream()
                .filter(line -> line.startsWith(RESIDENT))
                .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) * KILOBYTE)
                .findFirst()
                .orElseThrow(() -> new IOException("no " + RESIDENT + " in the status of the process"));
    }

    /** See {@link ServiceProcess#openFiles()}. */
    public long openFiles() throws IOException {
        return folder.descriptors().size();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEX);
    }
}
