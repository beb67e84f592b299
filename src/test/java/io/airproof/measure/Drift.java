package io.airproof.measure;

import java.time.Duration;
import java.util.List;

/**
 * How the offset between sound and picture changes over time: the straight line of least squares through offsets.
 *
 * <p>Exact for offsets on a line (worst error found by the tests: 1e-6 ms per minute, 1e-6 ms). Errors of single offsets of
 * σ ms make an error of the slope of σ / √Σ(t − mean t)². Worst error found by the tests for the marks of 30 s, heard in noise
 * 20 dB below them at 44.1 and 48 kHz, seen on the grid of FLV time stamps: 0.5 ms per minute, 0.25 ms of change.
 *
 * @param msPerMinute slope, ms per minute of output time; positive when the sound gets earlier
 * @param changeMs change along the line from the first offset's time to the last one's, ms
 */
public record Drift(double msPerMinute, double changeMs) {

    /** Any two offsets lie on a line; the third is the first that can contradict. */
    private static final int OFFSETS_AT_LEAST = 3;

    /** Ours: over less, an error of 1 ms of one offset reads as 6 ms per minute or more. */
    private static final Duration SPAN_AT_LEAST = Duration.ofSeconds(10);

    private static final double SECONDS_PER_MINUTE = 60;

    /** The drift of offsets, in any order. */
    public static Reading<Drift> of(List<Offset> offsets) {
        if (offsets.size() < OFFSETS_AT_LEAST) {
            return Reading.unmeasurable(
                    "too few offsets for a drift: %d of %d needed".formatted(offsets.size(), OFFSETS_AT_LEAST));
        }
        Duration first =
                offsets.stream().map(Offset::at).min(Duration::compareTo).orElseThrow();
        Duration last =
                offsets.stream().map(Offset::at).max(Duration::compareTo).orElseThrow();
        Duration span = last.minus(first);
        if (span.compareTo(SPAN_AT_LEAST) < 0) {
            return Reading.unmeasurable("offsets too close together for a drift: within %s, %s needed"
                    .formatted(Times.text(span), Times.text(SPAN_AT_LEAST)));
        }
        // Relative to the first: stream times may be days, where squares of them would cost digits.
        double[] minutes = offsets.stream()
                .mapToDouble(offset -> Times.seconds(offset.at().minus(first)) / SECONDS_PER_MINUTE)
                .toArray();
        double meanMinute = 0;
        double meanMs = 0;
        for (int i = 0; i < minutes.length; i++) {
            meanMinute += minutes[i] / minutes.length;
            meanMs += offsets.get(i).ms() / minutes.length;
        }
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < minutes.length; i++) {
            double distance = minutes[i] - meanMinute;
            covariance += distance * (offsets.get(i).ms() - meanMs);
            variance += distance * distance;
        }
        double slope = covariance / variance;
        return Reading.measured(new Drift(slope, slope * Times.seconds(span) / SECONDS_PER_MINUTE));
    }
}
