package io.airproof.report.site;

import io.airproof.evidence.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Values of several runs as a drawing, the oldest at the left: a line, a dot for each run, and what is allowed as a band.
 * The limit is always in the picture, so that a line is as near to it as the values are. All places are in the units of the
 * drawing, 0 to {@link #WIDTH} and 0 to {@link #HEIGHT}.
 *
 * @param dots a dot for each run that has a value
 * @param bandTop where the good range begins
 * @param bandHeight how high it is; 0 without a limit
 * @param least the least value, for people
 * @param greatest the greatest value, for people
 * @param unit of the values; empty for a pure number
 */
public record Trend(List<Dot> dots, double bandTop, double bandHeight, String least, String greatest, String unit) {
    /** Width of the drawing. */
    public static final double WIDTH = 240;

    /** Height of the drawing. */
    public static final double HEIGHT = 40;

    private static final double EDGE = 5;
    private static final double TENTH = 10;

    /**
     * The value of one run.
     *
     * @param x place
     * @param y place
     * @param kept whether it is within the limit
     * @param label run and value, for people
     */
    public record Dot(double x, double y, boolean kept, String label) {}

    /**
     * A value to draw.
     *
     * @param run when the run began
     * @param value what it had
     */
    record Value(String run, double value) {}

    /** The trend of these values, the oldest first; at least one. */
    static Trend of(List<Value> values, String unit, OptionalDouble floor, OptionalDouble ceiling) {
        List<Double> numbers = new ArrayList<>(values.stream().map(Value::value).toList());
        double least = Collections.min(numbers);
        double greatest = Collections.max(numbers);
        floor.ifPresent(numbers::add);
        ceiling.ifPresent(numbers::add);
        double low = Collections.min(numbers);
        double high = Collections.max(numbers);
        double span = high > low ? high - low : 1;
        double step = values.size() > 1 ? (WIDTH - 2 * EDGE) / (values.size() - 1) : 0;
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i).value();
            boolean kept = value >= floor.orElse(value) && value <= ceiling.orElse(value);
            dots.add(new Dot(
                    rounded(EDGE + i * step),
                    y(value, low, span),
                    kept,
                    values.get(i).run() + ": " + Numbers.near(value, unit, 0)));
        }
        double top = ceiling.isPresent() ? y(ceiling.getAsDouble(), low, span) : 0;
        double bottom = floor.isPresent() ? y(floor.getAsDouble(), low, span) : HEIGHT;
        boolean limited = floor.isPresent() || ceiling.isPresent();
        return new Trend(
                List.copyOf(dots),
                limited ? top : 0,
                limited ? Math.max(2, rounded(bottom - top)) : 0,
                Numbers.near(least, unit, 0),
                Numbers.near(greatest, unit, 0),
                unit);
    }

    /** The line from dot to dot. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (Dot dot : dots) {
            path.append(path.isEmpty() ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", dot.x(), dot.y()));
        }
        return path.toString();
    }

    /** How many runs it has. */
    public int count() {
        return dots.size();
    }

    private static double y(double value, double low, double span) {
        return rounded(HEIGHT - EDGE - (value - low) / span * (HEIGHT - 2 * EDGE));
    }

    private static double rounded(double place) {
        return Math.round(place * TENTH) / TENTH;
    }
}
