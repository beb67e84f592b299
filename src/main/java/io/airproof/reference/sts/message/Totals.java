package io.airproof.reference.sts.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What a session has done so far.
 *
 * @param accepted fragments accepted, repeats included
 * @param audioMs their declared length, ms
 * @param success results
 * @param partial results
 * @param failed results
 * @param processingMs time from receipt to result of each result, ms
 */
public record Totals(int accepted, long audioMs, int success, int partial, int failed, List<Integer> processingMs) {

    /** Takes a copy of the times. */
    public Totals {
        processingMs = List.copyOf(processingMs);
    }

    /** Nothing yet. */
    public static Totals none() {
        return new Totals(0, 0, 0, 0, 0, List.of());
    }

    /** One more accepted fragment. */
    public Totals accepted(Fragment fragment) {
        return new Totals(
                accepted + 1, audioMs + fragment.audio().durationMs(), success, partial, failed, processingMs);
    }

    /** One more result. */
    public Totals answered(Outcome outcome, int tookMs) {
        List<Integer> times = new ArrayList<>(processingMs);
        times.add(tookMs);
        String status = Messages.status(outcome);
        return new Totals(
                accepted,
                audioMs,
                success + (status.equals("success") ? 1 : 0),
                partial + (status.equals("partial") ? 1 : 0),
                failed + (status.equals("failed") ? 1 : 0),
                times);
    }

    /** Mean processing time, ms, 0 without results. */
    public int averageMs() {
        return (int) Math.round(
                processingMs.stream().mapToInt(Integer::intValue).average().orElse(0));
    }

    /** The time within which 95 % of the results came (nearest rank), ms, 0 without results. */
    public int percentile95Ms() {
        List<Integer> sorted = processingMs.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
