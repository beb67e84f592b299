package io.airproof.measure;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Steps between successive time stamps: gaps, overlaps and jitter. Exact for the time stamps given; FLV states them to 1 ms.
 *
 * @param min shortest step; negative if time goes back
 * @param max longest step
 * @param steps how many there are
 * @param irregular how many are shorter than {@link Thresholds#STEP_SHORTEST} or longer than {@link Thresholds#STEP_LONGEST}
 *     nominal steps
 */
public record TimestampSteps(Duration min, Duration max, int steps, int irregular) {

    /**
     * Steps of time stamps in the order given.
     *
     * @param nominal the step that is expected, above 0
     */
    public static Reading<TimestampSteps> of(List<Duration> stamps, Duration nominal) {
        if (nominal.isZero() || nominal.isNegative()) {
            throw new IllegalArgumentException("a nominal step is above 0: " + nominal);
        }
        if (stamps.size() < 2) {
            return Reading.unmeasurable("steps need two time stamps, there are " + stamps.size());
        }
        List<Duration> steps = IntStream.range(1, stamps.size())
                .mapToObj(i -> stamps.get(i).minus(stamps.get(i - 1)))
                .toList();
        double unit = nominal.toNanos();
        long irregular = steps.stream()
                .mapToDouble(step -> step.toNanos() / unit)
                .filter(step -> step < Thresholds.STEP_SHORTEST || step > Thresholds.STEP_LONGEST)
                .count();
        return Reading.measured(new TimestampSteps(
                steps.stream().min(Duration::compareTo).orElseThrow(),
                steps.stream().max(Duration::compareTo).orElseThrow(),
                steps.size(),
                (int) irregular));
    }

    /** Every step is within 0.5 to 1.5 nominal steps. */
    public boolean regular() {
        return irregular == 0;
    }
}
