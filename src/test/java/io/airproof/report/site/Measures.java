package io.airproof.report.site;

import io.airproof.evidence.Numbers;
import io.airproof.evidence.WireFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Measurements as they are shown: those of one name together, the one next to its limit first. */
public final class Measures {

    private Measures() {}

    /**
     * A measurement.
     *
     * @param value number and unit
     * @param limit what was promised, in words
     * @param source the document that asks for it
     * @param kept whether it is kept
     * @param exact whether the value is the limit itself
     * @param margin distance to the limit with unit, without sign
     * @param provenance the word for how it was obtained
     * @param where where it was taken
     * @param suspect where to look first; empty when nobody said
     * @param band the limit as a drawing
     */
    public record Measure(
            String value,
            String limit,
            String source,
            boolean kept,
            boolean exact,
            String margin,
            String provenance,
            String where,
            String suspect,
            Band band) {}

    /**
     * Measurements of one name.
     *
     * @param requirement the id
     * @param name what the number is
     * @param worst the one next to its limit, or farthest beyond it
     * @param others the others, in the order they were made
     * @param broken how many break their limit
     */
    public record Group(String requirement, String name, Measure worst, List<Measure> others, long broken) {

        /** The one next to its limit alone. */
        Group alone() {
            return new Group(requirement, name, worst, List.of(), broken);
        }

        /** How many there are. */
        public int count() {
            return others.size() + 1;
        }
    }

    static List<Group> grouped(List<WireFormat.Reading> readings) {
        Map<String, List<WireFormat.Reading>> byName = new LinkedHashMap<>();
        readings.forEach(one -> byName.computeIfAbsent(
                        one.requirement() + " " + one.name() + " " + one.limit(), any -> new ArrayList<>())
                .add(one));
        return byName.values().stream().map(Measures::group).toList();
    }

    private static Group group(List<WireFormat.Reading> readings) {
        int worstAt = IntStream.range(0, readings.size())
                .boxed()
                .min(Comparator.comparing((Integer i) -> readings.get(i).kept())
                        .thenComparing(i -> readings.get(i).margin()))
                .orElseThrow();
        WireFormat.Reading worst = readings.get(worstAt);
        return new Group(
                worst.requirement(),
                worst.name(),
                measure(worst),
                IntStream.range(0, readings.size())
                        .filter(i -> i != worstAt)
                        .mapToObj(i -> measure(readings.get(i)))
                        .toList(),
                readings.stream().filter(one -> !one.kept()).count());
    }

    private static Measure measure(WireFormat.Reading one) {
        return new Measure(
                Numbers.near(one.value(), one.unit(), one.margin()),
                one.limit(),
                one.source(),
                one.kept(),
                one.margin() == 0,
                Numbers.near(Math.abs(one.margin()), one.unit(), one.margin()),
                one.provenance().word(),
                one.where(),
                one.suspect().orElse(""),
                Band.of(one));
    }
}
