package io.airproof.measure;

import java.time.Duration;
import java.util.Locale;

/** Durations as numbers and back, to the nanosecond. */
final class Times {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MS = 1e6;

    private Times() {}

    static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
    }

    static Duration samples(long count, int rate) {
        return seconds((double) count / rate);
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    static double ms(Duration duration) {
        return duration.toNanos() / NANOS_PER_MS;
    }

    /** For people: "12.345 s". */
    static String text(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", seconds(duration));
    }
}
