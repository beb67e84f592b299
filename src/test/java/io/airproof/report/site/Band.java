package io.airproof.report.site;

import io.airproof.evidence.WireFormat;
import java.util.OptionalDouble;

/**
 * A limit drawn as a band with the value on it. All places are in the units of the drawing, 0 to {@link #WIDTH}.
 *
 * @param from where the good range begins
 * @param width how wide it is; at least {@link #THINNEST}, so that a limit of one number is seen
 * @param value where the value lies
 */
public record Band(double from, double width, double value) {
    /** Width of the drawing. */
    public static final double WIDTH = 240;

    /** The thinnest band that is still seen. */
    public static final double THINNEST = 3;

    private static final double AROUND = 0.25;
    private static final double TENTH = 10;

    /** The band of a measurement; empty limits give a band over everything. */
    static Band of(WireFormat.Reading reading) {
        return of(reading.value(), reading.floor(), reading.ceiling());
    }

    static Band of(double value, OptionalDouble floor, OptionalDouble ceiling) {
        double low = Math.min(value, Math.min(floor.orElse(0), ceiling.orElse(0)));
        double high = Math.max(value, Math.max(floor.orElse(0), ceiling.orElse(0)));
        if (floor.isPresent() && ceiling.isPresent()) {
            low = Math.min(value, floor.getAsDouble());
            high = Math.max(value, ceiling.getAsDouble());
        }
        double span = high > low ? high - low : Math.max(1, Math.abs(high));
        boolean zeroIsTheEnd = floor.isEmpty() && low == 0;
        double left = zeroIsTheEnd ? low : low - AROUND * span;
        double right = high + AROUND * span;
        double scale = WIDTH / (right - left);
        double from = floor.isPresent() ? (floor.getAsDouble() - left) * scale : 0;
        double to = ceiling.isPresent() ? (ceiling.getAsDouble() - left) * scale : WIDTH;
        double width = Math.max(to - from, THINNEST);
        double begin = to - from < THINNEST ? (from + to - THINNEST) / 2 : from;
        return new Band(rounded(begin), rounded(width), rounded((value - left) * scale));
    }

    private static double rounded(double place) {
        return Math.round(place * TENTH) / TENTH;
    }
}
