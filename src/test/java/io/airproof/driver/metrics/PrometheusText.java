package io.airproof.driver.metrics;

import io.airproof.driver.metrics.Exposition.Family;
import io.airproof.driver.metrics.Exposition.Sample;
import io.airproof.driver.metrics.Exposition.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The text format of Prometheus, version 0.0.4, read strictly: what a tolerant server would pass over is an error here.
 * One instance reads one text.
 */
public final class PrometheusText {

    private static final String BLANKS = " \t";
    private static final Set<String> PARTS = Set.of("_bucket", "_sum", "_count");

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, String> helps = new LinkedHashMap<>();
    private final Set<String> familyOrder = new java.util.LinkedHashSet<>();
    private final Set<String> sampled = new HashSet<>();
    private final Set<String> seriesSeen = new HashSet<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Sample, Integer> lines = new java.util.IdentityHashMap<>();
    private String group = "";

    private PrometheusText() {}

    /**
     * Reads a whole exposition.
     *
     * @throws ExpositionFormatException at the first line that breaks a rule
     */
    public static Exposition parse(String text) {
        return new PrometheusText().read(text);
    }

    private Exposition read(String text) {
        String[] all = text.split("\n", -1);
        if (!all[all.length - 1].isEmpty()) {
            throw new ExpositionFormatException(all.length, all[all.length - 1], "the last line does not end with \\n");
        }
        for (int i = 0; i < all.length; i++) {
            String line = all[i];
            LineReader reader = new LineReader(i + 1, line);
            if (line.indexOf('\r') >= 0) {
                throw reader.wrong("lines end with \\n alone");
            }
            reader.skipBlanks();
            if (line.isBlank()) {
                continue;
            }
            if (line.stripLeading().startsWith("#")) {
                comment(reader);
            } else {
                sample(reader, i + 1);
            }
        }
        Histograms.check(samples, types, lines);
        List<Family> families = familyOrder.stream()
                .map(name -> new Family(name, typeOf(name), helps.getOrDefault(name, "")))
                .toList();
        return new Exposition(families, samples);
    }

    private void comment(LineReader reader) {
        if (!reader.word(BLANKS).equals("#")) {
            return;
        }
        reader.skipBlanks();
        String keyword = reader.word(BLANKS);
        if (!keyword.equals("HELP") && !keyword.equals("TYPE")) {
            return;
        }
        reader.skipBlanks();
        String name = reader.word(BLANKS);
        if (!LineReader.METRIC_NAME.matcher(name).matches()) {
            throw reader.wrong("\"" + name + "\" is no metric name");
        }
        reader.skipBlanks();
        enter(reader, name);
        if (keyword.equals("HELP")) {
            if (helps.put(name, reader.help()) != null) {
                throw reader.wrong("a second HELP for " + name);
            }
            return;
        }
        String type = reader.word(BLANKS);
        reader.skipBlanks();
        if (!reader.help().isEmpty()) {
            throw reader.wrong("something follows the type");
        }
        if (sampled.contains(name)) {
            throw reader.wrong("TYPE comes after the first sample of " + name);
        }
        if (types.put(name, type(reader, type)) != null) {
            throw reader.wrong("a second TYPE for " + name);
        }
    }

    private static Type type(LineReader reader, String word) {
        for (Type type : Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return type;
            }
        }
        throw reader.wrong("\"" + word + "\" is no type (counter, gauge, histogram, summary, untyped)");
    }

    private void sample(LineReader reader, int number) {
        Sample sample = reader.sample();
        String family = familyOf(sample.name());
        enter(reader, family);
        sampled.add(family);
        Type type = typeOf(family);
        boolean histogram = type == Type.HISTOGRAM;
        if (histogram && family.equals(sample.name())) {
            throw reader.wrong("a histogram has only _bucket, _sum and _count");
        }
        if (histogram && sample.name().endsWith("_bucket") != sample.labels().containsKey("le")) {
            throw reader.wrong("label le belongs to the buckets of a histogram, and to nothing else of it");
        }
        if (type == Type.COUNTER && !(sample.value() >= 0)) {
            throw reader.wrong("a counter is never negative or NaN");
        }
        if (!seriesSeen.add(sample.name() + new java.util.TreeMap<>(sample.labels()))) {
            throw reader.wrong("the same series comes twice");
        }
        samples.add(sample);
        lines.put(sample, number);
    }

    /** All lines of a family stand together. */
    private void enter(LineReader reader, String family) {
        if (!family.equals(group)) {
            if (!familyOrder.add(family)) {
                throw reader.wrong("the lines of " + family + " do not stand together");
            }
            group = family;
        }
    }

    private String familyOf(String name) {
        for (String part : PARTS) {
            if (name.endsWith(part)) {
                String base = name.substring(0, name.length() - part.length());
                Type type = typeOf(base);
                if (type == Type.HISTOGRAM || (type == Type.SUMMARY && !part.equals("_bucket"))) {
                    return base;
                }
            }
        }
        return name;
    }

    private Type typeOf(String family) {
        return types.getOrDefault(family, Type.UNTYPED);
    }
}
