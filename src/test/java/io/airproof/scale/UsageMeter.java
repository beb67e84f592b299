package io.airproof.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Adds up what this process and all that it has started use, as {@code /proc} (Linux) tells it twice a second. What a
 * process uses after its last look is lost: half a second at most.
 */
final class UsageMeter implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** What the services' command lines have, and those of publishers and recorders have not. */
    private static final List<String> SERVICES = List.of("mediamtx", "MediaServiceMain", "StsMain");

    /** Clock ticks per second (proc(5)): 100 on every Linux of today. */
    private static final long TICKS_PER_SECOND = 100;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final long PAGE = 4096;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "usage-meter");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Long, Long> ticks = new HashMap<>();
    private final long started = System.nanoTime();
    private long serviceTicks;
    private long otherTicks;
    private long serviceBytes;

    private UsageMeter() {}

    /** Begins to look. */
    static UsageMeter start() {
        UsageMeter meter = new UsageMeter();
        meter.look(true);
        var ignored = meter.clock.scheduleAtFixedRate(
                () -> meter.look(false), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return meter;
    }

    /** What has been used since the start. */
    synchronized Usage usage() {
        look(false);
        return new Usage(
                time(serviceTicks), time(otherTicks), serviceBytes, Duration.ofNanos(System.nanoTime() - started));
    }

    private static Duration time(long ticks) {
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    private synchronized void look(boolean first) {
        ProcessHandle self = ProcessHandle.current();
        long bytes = 0;
        for (ProcessHandle process :
                Stream.concat(Stream.of(self), self.descendants()).toList()) {
            bytes += look(process, first);
        }
        serviceBytes = Math.max(serviceBytes, bytes);
    }

    /** Resident memory if it is a service. */
    private long look(ProcessHandle process, boolean first) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            boolean service = isService(Files.readString(proc.resolve("cmdline")));
            String stat = Files.readString(proc.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long now = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
            Long before = ticks.put(process.pid(), now);
            long more = before == null ? (first ? 0 : now) : now - before;
            if (service) {
                serviceTicks += more;
            } else {
                otherTicks += more;
            }
            return service
                    ? Long.parseLong(Files.readString(proc.resolve("statm")).split(" ")[1]) * PAGE
                    : 0;
        } catch (IOException e) {
            return 0; // It has ended between the list and the look.
        }
    }

    private static boolean isService(String commandLine) {
        String[] words = commandLine.split("\0");
        boolean shell = words[0].endsWith("sh");
        return !shell && SERVICES.stream().anyMatch(name -> Stream.of(words).anyMatch(word -> word.endsWith(name)));
    }

    @Override
    public void close() {
        var ignored = clock.shutdownNow();
    }
}
