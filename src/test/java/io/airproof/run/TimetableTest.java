package io.airproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.run.Timetable.OnAir;
import io.airproof.run.Timetable.Waiting;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final int ALL = 20;

    private static Duration s(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void whoIsFirstGoesFirstIfThereIsRoom() {
        assertThat(Timetable.next(
                        ALL, List.of(new OnAir(10, s(9))), List.of(new Waiting(10, s(60)), new Waiting(1, s(1)))))
                .contains(0);
    }

    @Test
    void aShortOnePassesWhoHasToWaitLonger() {
        List<OnAir> onAir = List.of(new OnAir(9, s(50)));
        assertThat(Timetable.next(ALL, onAir, List.of(new Waiting(15, s(38)), new Waiting(6, s(38)))))
                .contains(1);
    }

    @Test
    void nobodyPassesWhoWouldMakeTheFirstLater() {
        List<OnAir> onAir = List.of(new OnAir(9, s(30)));
        assertThat(Timetable.next(ALL, onAir, List.of(new Waiting(15, s(38)), new Waiting(6, s(38)))))
                .isEmpty();
    }

    @Test
    void aLongOnePassesIfItLeavesTheFirstEnough() {
        List<OnAir> onAir = List.of(new OnAir(9, s(30)));
        assertThat(Timetable.next(ALL, onAir, List.of(new Waiting(15, s(38)), new Waiting(5, s(120)))))
                .contains(1);
    }

    @Test
    void whoEndsLaterThanThoughtHoldsNobodyUpForEver() {
        List<OnAir> onAir = List.of(new OnAir(9, s(-5)));
        assertThat(Timetable.next(ALL, onAir, List.of(new Waiting(15, s(38)), new Waiting(6, s(1)))))
                .isEmpty();
    }

    /** Whatever passes him, the first finds enough of the machine when he would have found it. */
    @Property
    void theFirstIsNeverMadeLater(@ForAll("onAir") List<OnAir> onAir, @ForAll("queue") List<Waiting> queue) {
        int used = onAir.stream().mapToInt(OnAir::parts).sum();
        if (used > ALL) {
            return;
        }
        Timetable.next(ALL, onAir, queue).ifPresent(place -> {
            Waiting chosen = queue.get(place);
            assertThat(chosen.parts()).isLessThanOrEqualTo(ALL - used);
            if (place > 0) {
                Duration turn = turnOf(queue.get(0), onAir);
                int stillUsed = onAir.stream()
                        .filter(one -> one.left().compareTo(turn) > 0)
                        .mapToInt(OnAir::parts)
                        .sum();
                int passed = chosen.length().compareTo(turn) > 0 ? chosen.parts() : 0;
                assertThat(stillUsed + passed + queue.get(0).parts()).isLessThanOrEqualTo(ALL);
            }
        });
    }

    private static Duration turnOf(Waiting first, List<OnAir> onAir) {
        return onAir.stream()
                .map(OnAir::left)
                .sorted()
                .filter(at -> onAir.stream()
                                        .filter(one -> one.left().compareTo(at) > 0)
                                        .mapToInt(OnAir::parts)
                                        .sum()
                                + first.parts()
                        <= ALL)
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<List<OnAir>> onAir() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(1, 120))
                .as((parts, left) -> new OnAir(parts, s(left)))
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Waiting>> queue() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, ALL),
                        Arbitraries.integers().between(1, 120))
                .as((parts, length) -> new Waiting(parts, s(length)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
