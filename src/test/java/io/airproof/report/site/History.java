package io.airproof.report.site;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.airproof.evidence.WireFormat;
import io.airproof.report.RunResult;
import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The last outcomes of each scenario, over runs. Scenarios that were not run leave no outcome. What a scenario did on one
 * kind of stack is no past of what it does on another.
 *
 * @param outcomes by scenario (its file and name, since lines move), the oldest first, at most {@link #KEPT} on each stack
 * @param stack the stack of the newest run: of its outcomes the pages tell
 */
public record History(Map<String, List<Outcome>> outcomes, String stack) {
    /** Outcomes kept of each scenario on each kind of stack. */
    public static final int KEPT = 30;

    /** Measurements kept of each outcome: a trend needs the worst of each name, and few names. */
    private static final int KEPT_VALUES = 20;

    /** Among so many outcomes, changing back and forth makes a scenario unstable. */
    private static final int LATELY = 10;

    private static final int BACK_AND_FORTH = 3;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);
    private static final String LOCAL = "local";
    private static final double MILLIS_PER_SECOND = 1000;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * How a scenario ended in one run.
     *
     * @param run when the run began
     * @param status the word of its status
     * @param seconds how long it took
     * @param values the value next to its limit, by requirement and name
     * @param stack on which kind of stack; local where an older file does not say
     */
    public record Outcome(String run, String status, double seconds, Map<String, Double> values, String stack) {

        public Outcome {
            stack = Objects.requireNonNullElse(stack, LOCAL);
        }

        boolean isGreen() {
            return status.equals(Status.PASSED.word());
        }
    }

    /** What is new about a scenario. */
    public enum Change {
        /** Its first outcome. */
        NEW,
        /** Green, and was not before. */
        FIXED,
        /** No longer green. */
        REGRESSED,
        /** Passed at a later attempt only, or changed back and forth lately. */
        UNSTABLE,
        /** As before. */
        SAME
    }

    /** The history in the file; an empty one where there is none, or none that can be read. */
    static History read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new History(Map.of(), LOCAL);
        }
        try {
            return new History(
                    JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, List<Outcome>>>() {}), LOCAL);
        } catch (IOException broken) {
            return new History(Map.of(), LOCAL);
        }
    }

    /** With the outcomes of this run, in place of those it has of the same run. */
    History with(RunResult run) {
        Map<String, List<Outcome>> all = new TreeMap<>(outcomes);
        for (ScenarioResult scenario : run.scenarios()) {
            if (scenario.status() != Status.NOT_RUN) {
                Outcome outcome = outcome(run, scenario);
                List<Outcome> known = new ArrayList<>(all.getOrDefault(key(scenario), List.of()));
                known.removeIf(one -> one.run().equals(outcome.run()));
                known.add(outcome);
                known.stream()
                        .filter(one -> one.stack().equals(outcome.stack()))
                        .findFirst()
                        .filter(oldest -> count(known, outcome.stack()) > KEPT)
                        .ifPresent(known::remove);
                all.put(key(scenario), List.copyOf(known));
            }
        }
        forget(all, run);
        return new History(all, stackOf(run));
    }

    private static long count(List<Outcome> known, String stack) {
        return known.stream().filter(one -> one.stack().equals(stack)).count();
    }

    private static String stackOf(RunResult run) {
        return String.valueOf(run.facts().getOrDefault("stack", LOCAL));
    }

    /** A scenario that is no longer written is forgotten after a while, so that the file does not grow for ever. */
    private static void forget(Map<String, List<Outcome>> all, RunResult run) {
        Set<String> written = run.scenarios().stream().map(History::key).collect(Collectors.toSet());
        String before = run.started().minus(FORGOTTEN_AFTER).toString();
        all.entrySet()
                .removeIf(one -> !written.contains(one.getKey())
                        && one.getValue().stream()
                                .allMatch(outcome -> outcome.run().compareTo(before) < 0));
    }

    /**
     * Keeps it.
     *
     * @throws UncheckedIOException when the file cannot be written; the message names it
     */
    void write(Path file) {
        try {
            Files.writeString(file, JSON.writeValueAsString(outcomes) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the history to " + file + ": " + e.getMessage(), e);
        }
    }

    /** The outcomes of a scenario on the stack of the newest run, the oldest first. */
    List<Outcome> of(ScenarioResult scenario) {
        return outcomes.getOrDefault(key(scenario), List.of()).stream()
                .filter(one -> one.stack().equals(stack))
                .toList();
    }

    /** What is new about a scenario that was run. */
    Change change(ScenarioResult scenario) {
        List<Outcome> known = of(scenario);
        if (scenario.status() == Status.NOT_RUN || known.isEmpty()) {
            return Change.SAME;
        }
        List<Outcome> lately = known.subList(Math.max(0, known.size() - LATELY), known.size());
        long turns = 0;
        for (int i = 1; i < lately.size(); i++) {
            turns += lately.get(i).isGreen() == lately.get(i - 1).isGreen() ? 0 : 1;
        }
        if (scenario.status() == Status.UNSTABLE || turns >= BACK_AND_FORTH) {
            return Change.UNSTABLE;
        }
        if (known.size() == 1) {
            return Change.NEW;
        }
        boolean now = known.get(known.size() - 1).isGreen();
        boolean before = known.get(known.size() - 2).isGreen();
        return now == before ? Change.SAME : now ? Change.FIXED : Change.REGRESSED;
    }

    private static Outcome outcome(RunResult run, ScenarioResult scenario) {
        Map<String, Double> values = scenario.measurements().stream()
                .collect(Collectors.toMap(
                        History::nameOf,
                        one -> one,
                        (one, other) -> one.margin() <= other.margin() ? one : other,
                        LinkedHashMap<String, WireFormat.Reading>::new))
                .entrySet()
                .stream()
                .limit(KEPT_VALUES)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().value(), (one, other) -> one, LinkedHashMap::new));
        return new Outcome(
                run.started().toString(),
                scenario.status().word(),
                scenario.duration().toMillis() / MILLIS_PER_SECOND,
                values,
                stackOf(run));
    }

    /** Under which a value is kept. */
    static String nameOf(WireFormat.Reading reading) {
        return reading.requirement() + " " + reading.name();
    }

    private static String key(ScenarioResult scenario) {
        return scenario.id().replaceFirst(":\\d+$", "") + "#" + scenario.name();
    }
}
