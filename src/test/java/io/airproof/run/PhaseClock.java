package io.airproof.run;

import io.airproof.report.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the time of a run goes: named phases, in order of their end, also told to the report. */
public final class PhaseClock {

    /**
     * One phase.
     *
     * @param name what was done
     * @param sinceStart from the start of the run to the start of the phase
     * @param took how long it lasted
     */
    public record Phase(String name, Duration sinceStart, Duration took) {}

    private static final double MS_PER_SECOND = 1000;

    private final Instant started = Instant.now();
    private final List<Phase> phases = new CopyOnWriteArrayList<>();

    /** When the run began. */
    public Instant started() {
        return started;
    }

    /** Does the work and notes how long it took, also when it fails. */
    public <T> T measure(String name, Callable<T> work) throws Exception {
        Instant from = Instant.now();
        try {
            return work.call();
        } finally {
            note(name, from, Instant.now());
        }
    }

    /** Notes a phase that was timed elsewhere. */
    public void note(String name, Instant from, Instant to) {
        Phase phase = new Phase(name, Duration.between(started, from), Duration.between(from, to));
        phases.add(phase);
        double seconds = phase.took().toMillis() / MS_PER_SECOND;
        RunFacts.ofThisRun().put("time_s", name, seconds);
        RunFacts.ofThisRun().add("phases", Map.of("name", name, "from", from.toString(), "took_s", seconds));
    }

    /** All phases that have ended. */
    public List<Phase> phases() {
        return List.copyOf(phases);
    }
}
