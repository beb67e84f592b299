package io.airproof.report;

import java.lang.management.ManagementFactory;

/** The machine that a run is measured on: times mean little without it. */
final class Machine {
    private static final long BYTES_PER_GIB = 1L << 30;

    private Machine() {}

    /** Such as {@code 2 processors, 24 GiB}. */
    static String ofThisRun() {
        String processors = Runtime.getRuntime().availableProcessors() + " processors";
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? processors + ", " + Math.round((double) system.getTotalMemorySize() / BYTES_PER_GIB) + " GiB"
                : processors;
    }
}
