package io.airproof.driver.metrics;

import io.airproof.driver.metrics.Exposition.Sample;
import io.airproof.driver.metrics.Exposition.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shape of histograms: ascending bounds, cumulative counts, a last bucket +Inf that equals the count, a sum. */
final class Histograms {

    private Histograms() {}

    /** The parts of one histogram with one set of labels. */
    private record Parts(List<Sample> buckets, List<Sample> sums, List<Sample> counts) {
        Parts() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    static void check(List<Sample> samples, Map<String, Type> types, Map<Sample, Integer> lines) {
        types.forEach((name, type) -> {
            if (type == Type.HISTOGRAM) {
                group(samples, name).forEach((labels, parts) -> check(name + labels, parts, lines));
            }
        });
    }

    private static Map<Map<String, String>, Parts> group(List<Sample> samples, String name) {
        Map<Map<String, String>, Parts> all = new LinkedHashMap<>();
        for (Sample sample : samples) {
            Map<String, String> labels = new TreeMap<>(sample.labels());
            labels.remove("le");
            if (sample.name().equals(name + "_bucket")) {
                all.computeIfAbsent(labels, key -> new Parts()).buckets().add(sample);
            } else if (sample.name().equals(name + "_sum")) {
                all.computeIfAbsent(labels, key -> new Parts()).sums().add(sample);
            } else if (sample.name().equals(name + "_count")) {
                all.computeIfAbsent(labels, key -> new Parts()).counts().add(sample);
            }
        }
        return all;
    }

    private static void check(String series, Parts parts, Map<Sample, Integer> lines) {
        double bound = Double.NEGATIVE_INFINITY;
        double count = 0;
        for (Sample bucket : parts.buckets()) {
            LineReader reader = reader(bucket, lines);
            double next = reader.value(bucket.labels().getOrDefault("le", ""));
            if (!(next > bound)) {
                throw reader.wrong("the bounds of a histogram go up");
            }
            if (!(bucket.value() >= count)) {
                throw reader.wrong("the buckets of a histogram are cumulative");
            }
            bound = next;
            count = bucket.value();
        }
        List<Sample> any =
                parts.buckets().isEmpty() ? (parts.sums().isEmpty() ? parts.counts() : parts.sums()) : parts.buckets();
        LineReader reader = reader(any.get(any.size() - 1), lines);
        if (bound != Double.POSITIVE_INFINITY) {
            throw reader.wrong("the histogram " + series + " has no bucket le=\"+Inf\"");
        }
        if (parts.sums().isEmpty() || parts.counts().isEmpty()) {
            throw reader.wrong("the histogram " + series + " lacks _sum or _count");
        }
        Sample total = parts.counts().get(0);
        if (total.value() != count) {
            throw reader(total, lines).wrong("_count differs from the bucket le=\"+Inf\" (" + count + ")");
        }
    }

    private static LineReader reader(Sample sample, Map<Sample, Integer> lines) {
        return new LineReader(lines.getOrDefault(sample, 0), sample.name() + sample.labels() + " " + sample.value());
    }
}
