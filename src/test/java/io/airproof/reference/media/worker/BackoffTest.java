package io.airproof.reference.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), 5);

    @Property
    void waitsDoubleAndVaryByAFifth(@ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int attempt) {
        double nominal = 2000 * Math.pow(2, attempt);
        assertThat(backoff.before(attempt, new Random(seed)))
                .hasValueSatisfying(
                        wait -> assertThat((double) wait.toMillis()).isBetween(nominal * 0.85 - 1, nominal * 1.05 + 1));
    }

    @Test
    void afterTheFifthTryThereIsNoOther() {
        assertThat(backoff.before(5, new Random(1))).isEmpty();
    }
}
