package io.airproof.stack.compose;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who owns containers, networks and volumes: one part of one run of the suite. It is what their label {@value #LABEL}
 * says; those that were started by hand have an empty one.
 *
 * @param host the machine of the suite
 * @param pid its process
 * @param started start of that process, in ms since 1970, or 0 where it is not known: a pid alone is used again
 * @param part which part of the run, so that each can be removed alone
 */
record Owner(String host, long pid, long started, String part) {

    static final String LABEL = "io.airproof.owner";

    private static final String SEPARATOR = "/";
    private static final int FIELDS = 4;

    /** A new part of this run. */
    static Owner ofThisRun() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(
                thisHost(),
                self.pid(),
                startOf(self),
                UUID.randomUUID().toString().substring(0, 8));
    }

    /** Reads a label; empty for one that is none of ours. */
    static Optional<Owner> read(String label) {
        String[] fields = label.strip().split(SEPARATOR, -1);
        try {
            return fields.length == FIELDS
                    ? Optional.of(new Owner(fields[0], Long.parseLong(fields[1]), Long.parseLong(fields[2]), fields[3]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What the label says. */
    String label() {
        return String.join(SEPARATOR, host, Long.toString(pid), Long.toString(started), part);
    }

    /** True if it was a run on this machine that is no more. */
    boolean isGone() {
        return host.equals(thisHost())
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(alive -> started == 0 || startOf(alive) == started)
                        .isEmpty();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(SEPARATOR, "-");
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
