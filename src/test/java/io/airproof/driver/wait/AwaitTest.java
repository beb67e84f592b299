package io.airproof.driver.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AwaitTest {

    private static final Duration POLL = Duration.ofMillis(5);

    @Test
    void keepsTheTimeline() {
        AtomicInteger looks = new AtomicInteger();
        WaitTimeline seen = Await.until("the fifth look", Duration.ofSeconds(5), POLL, () -> {
            int now = looks.incrementAndGet();
            return new Look(now == 5, now < 4 ? "early" : "late");
        });
        assertThat(seen.outcome()).isEqualTo(WaitTimeline.Outcome.REACHED);
        assertThat(seen.polls())
                .extracting(WaitTimeline.Poll::observation)
                .containsExactly("early", "early", "late", "late");
        assertThat(seen.took()).isGreaterThan(Duration.ofMillis(15));
    }

    @Test
    void saysWhatDidNotCome() {
        assertThatThrownBy(() -> Await.until(
                        "the moon is full", Duration.ofMillis(60), POLL, () -> new Look(false, "half a moon")))
                .isInstanceOf(AwaitException.class)
                .hasMessageContaining("Awaited: the moon is full. It did not come within 60 ms; last seen:")
                .hasMessageContaining("ms: half a moon");
    }

    @Test
    void givesUpWhenItIsHopeless() {
        assertThatThrownBy(() -> Await.find(
                        "a value", Duration.ofSeconds(5), POLL, Optional::empty, () -> Optional.of("it is gone")))
                .isInstanceOf(AwaitException.class)
                .hasMessageContaining("Given up: it is gone");
    }

    @Test
    void findsAValue() {
        assertThat(Await.find("seven", Duration.ofSeconds(5), POLL, () -> Optional.of(7), Await::neverFails)
                        .value())
                .isEqualTo(7);
    }

    @Test
    void errorsOfALookAreNotHidden() {
        assertThatThrownBy(() -> Await.until("x", Duration.ofSeconds(5), POLL, () -> {
                    throw new IllegalStateException("broken look");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken look");
    }

    @Test
    void whoListensInTheThreadHearsOfEachWaitAlsoOfOneInVain() {
        List<WaitTimeline> heard = new ArrayList<>();
        try (WaitEar ear = WaitEar.open(heard::add)) {
            Await.until("now", Duration.ofSeconds(5), POLL, () -> new Look(true, "there"));
            assertThatThrownBy(
                            () -> Await.until("never", Duration.ofMillis(20), POLL, () -> new Look(false, "nothing")))
                    .isInstanceOf(AwaitException.class);
        }
        Await.until("unheard", Duration.ofSeconds(5), POLL, () -> new Look(true, "there"));

        assertThat(heard).extracting(WaitTimeline::name).containsExactly("now", "never");
        assertThat(heard)
                .extracting(WaitTimeline::outcome)
                .containsExactly(WaitTimeline.Outcome.REACHED, WaitTimeline.Outcome.DEADLINE);
    }
}
