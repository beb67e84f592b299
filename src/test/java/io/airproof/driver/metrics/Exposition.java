package io.airproof.driver.metrics;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One scrape.
 *
 * @param families in order of appearance
 * @param samples in order of appearance; the parts of histograms and summaries have their own names ({@code _bucket},
 *     {@code _sum}, {@code _count})
 */
public record Exposition(List<Family> families, List<Sample> samples) {

    /** The type of a family. */
    public enum Type {
        COUNTER,
        GAUGE,
        HISTOGRAM,
        SUMMARY,
        UNTYPED
    }

    /**
     * A family of series.
     *
     * @param name without {@code _bucket}, {@code _sum}, {@code _count}
     * @param type untyped if there was no TYPE line
     * @param help empty if there was no HELP line
     */
    public record Family(String name, Type type, String help) {}

    /**
     * One line with a value.
     *
     * @param value may be NaN or infinite
     * @param timestampMs Unix ms, if the line had one
     */
    public record Sample(String name, Map<String, String> labels, double value, OptionalLong timestampMs) {
        public Sample {
            labels = Map.copyOf(labels);
        }
    }

    public Exposition {
        families = List.copyOf(families);
        samples = List.copyOf(samples);
    }

    /** The samples of a name. */
    public List<Sample> samples(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    /** The value of the series with exactly these labels. */
    public OptionalDouble value(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && sample.labels().equals(labels))
                .mapToDouble(Sample::value)
                .findFirst();
    }

    /** The sum over the series that have these labels, and perhaps more; empty if there are none. */
    public OptionalDouble sum(String name, Map<String, String> labels) {
        List<Sample> found = samples(name).stream()
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
        return found.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(found.stream().mapToDouble(Sample::value).sum());
    }
}
