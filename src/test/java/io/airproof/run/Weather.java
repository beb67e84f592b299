package io.airproof.run;

import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.FaultPlan;
import io.airproof.driver.tap.FrameInterceptor;
import io.airproof.driver.tap.Message;
import io.airproof.driver.tap.MessageFilter;
import io.airproof.driver.tap.Verdict;
import java.time.Duration;
import java.util.Random;

/** Conditions on the line between worker and STS that a healthy service copes with. */
public final class Weather {

    /** Fixed, so that a failure can be looked at again. */
    private static final long SEED = 57;

    private Weather() {}

    /** Every result comes later, by a random time within these bounds in ms. */
    public static Interference lateResults(int leastMs, int mostMs) {
        return new Interference(
                "results %d to %d ms late".formatted(leastMs, mostMs),
                FaultPlan.none().with(Direction.STS_TO_WORKER, new LateResults(leastMs, mostMs, new Random(SEED))));
    }

    private record LateResults(int leastMs, int mostMs, Random random) implements FrameInterceptor {
        private static final MessageFilter RESULTS = MessageFilter.event("fragment:processed");

        @Override
        public Verdict meet(Message message, FrameInterceptor.Passing passing) {
            return RESULTS.test(message)
                    ? new Verdict.Delay(Duration.ofMillis(leastMs + random.nextInt(mostMs - leastMs + 1)))
                    : Verdict.PASS;
        }

        @Override
        public String describe() {
            return "results %d to %d ms late".formatted(leastMs, mostMs);
        }
    }
}
