package io.airproof.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Threads whose work may wait. On Linux each thread has a niceness of its own, and so have the programs that it starts: a
 * thread that measures leaves the processor to those that publish and record as soon as one of them has something to do.
 * Elsewhere, and where it is not allowed, nothing changes.
 */
public final class Background {

    /** The least that there is: at 10, short bursts still took a third of a core from live programmes. */
    private static final String NICENESS = "19";

    private static final long PATIENCE_MS = 2_000;
    private static final Path SELF = Path.of("/proc/thread-self");
    private static final ThreadLocal<Boolean> DONE = ThreadLocal.withInitial(() -> false);

    private Background() {}

    /** From now on the calling thread steps back for others; there is no way back. */
    public static void thisThread() {
        if (DONE.get()) {
            return;
        }
        DONE.set(true);
        try {
            String thread = Files.readSymbolicLink(SELF).getFileName().toString();
            Process renice = new ProcessBuilder("renice", "-n", NICENESS, "-p", thread)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ignored = renice.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // No Linux, or no renice: it only makes what is live less likely to be late.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
