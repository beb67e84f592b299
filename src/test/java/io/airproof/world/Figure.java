package io.airproof.world;

import io.airproof.measure.Reading;
import java.time.Duration;

/**
 * One figure of a measurement, and where it was taken.
 *
 * @param where place in the media or on the wire, for people: "segment 3 (18–24 s)"
 * @param value the figure, or why there is none; what is no finite number was not measured
 */
public record Figure(String where, Reading<Double> value) {

    public Figure {
        value = value.flatMap(number -> Double.isFinite(number)
                ? Reading.measured(number)
                : Reading.unmeasurable("there is no number: " + number));
    }

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MS = 1e6;

    /** A figure that was taken. */
    public static Figure of(String where, double value) {
        return new Figure(where, Reading.measured(value));
    }

    /** A figure that could not be taken. */
    public static Figure none(String where, String reason) {
        return new Figure(where, Reading.unmeasurable(reason));
    }

    /** A length of time in seconds. */
    public static Figure seconds(String where, Reading<Duration> value) {
        return new Figure(where, value.map(time -> time.toNanos() / NANOS_PER_SECOND));
    }

    /** A length of time in milliseconds. */
    public static Figure milliseconds(String where, Reading<Duration> value) {
        return new Figure(where, value.map(time -> time.toNanos() / NANOS_PER_MS));
    }
}
