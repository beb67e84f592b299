package io.airproof.world;

import io.airproof.driver.log.LogFile;
import io.airproof.driver.log.LogLine;
import io.airproof.stack.ServiceLog;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for lines at WARN or above in the logs of the services that a stream ran on: those about the stream, and those
 * about no stream that were written while it was on.
 *
 * @param streamId its name
 * @param conditions what it ran under, in words
 * @param from when it began
 * @param upTo when it was over
 */
record LogScan(String streamId, String conditions, Instant from, Instant upTo) {

    /** MediaMTX writes no JSON: its level stands after the time. It says ERR of every question for a path that is not there. */
    private static final Pattern MEDIA_MTX = Pattern.compile("^\\S+ \\S+ (?:WAR|ERR) (?!\\[API])");

    /** What the STS says of clients that have not told their stream: others of the suite, never a worker. */
    private static final Set<String> OF_OTHER_CLIENTS = Set.of(
            "init_refused",
            "connection_broken",
            "peer_does_not_read",
            "peer_silent",
            "protocol_violation",
            "unknown_event");

    /** The hook of MediaMTX, which writes to the same log, and what is no failure. */
    private static final Pattern HOOK = Pattern.compile("^mtx-hook: (?!.* code=2\\d\\d$)");

    /** The lines that nothing explains, each with the service that wrote it. */
    List<String> unexpected(List<ServiceLog> logs) {
        return logs.stream()
                .flatMap(log -> new LogFile(log.file())
                        .lines(this::mayMatter).stream()
                                .filter(this::matters)
                                .filter(line -> !ExpectedLine.isExpected(event(line), conditions))
                                .map(line -> log.name() + ": " + line.text()))
                .toList();
    }

    /** Cheap, for the many lines that do not matter. */
    private boolean mayMatter(String text) {
        return text.contains("\"WARN\"")
                || text.contains("\"ERROR\"")
                || (!text.startsWith("{") && text.contains(streamId));
    }

    private boolean matters(LogLine line) {
        if (line.json().isEmpty()) {
            return line.text().contains(streamId)
                    && (MEDIA_MTX.matcher(line.text()).find() || isHook(line));
        }
        boolean loud =
                line.member("level").equals("WARN") || line.member("level").equals("ERROR");
        boolean mine = line.text().contains(streamId);
        boolean nobodys = line.member("stream_id").isEmpty()
                && !OF_OTHER_CLIENTS.contains(line.member("event"))
                && line.time()
                        .filter(at -> !at.isBefore(from) && !at.isAfter(upTo))
                        .isPresent();
        return loud && (mine || nobodys);
    }

    private static boolean isHook(LogLine line) {
        return HOOK.matcher(line.text()).find();
    }

    private static String event(LogLine line) {
        return line.json().isPresent() ? line.member("event") : isHook(line) ? "hook" : "";
    }
}
