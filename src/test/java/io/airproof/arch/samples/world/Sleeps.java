package io.airproof.arch.samples.world;

/** Sleeps, and remembers it for everybody. */
public final class Sleeps {
    private static int naps;

    /** Waits without name, deadline or condition. */
    public static int nap() throws InterruptedException {
        Thread.sleep(1);
        return ++naps;
    }
}
