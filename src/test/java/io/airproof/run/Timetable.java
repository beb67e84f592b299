package io.airproof.run;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who goes on air next. The first who waits has a right to the machine: nobody may take what would make him later. What he
 * cannot use until enough of it is free, others may, if they have ended by then or leave him enough.
 */
final class Timetable {

    private Timetable() {}

    /**
     * Somebody on air.
     *
     * @param parts of the machine that he has
     * @param left until he is likely to end; may be negative
     */
    record OnAir(int parts, Duration left) {}

    /**
     * Somebody who waits.
     *
     * @param parts of the machine that he needs, at most all
     * @param length how long he is likely to need them
     */
    record Waiting(int parts, Duration length) {}

    /**
     * The place in the queue of the one who may go on air now.
     *
     * @param all parts of the machine
     * @param onAir in any order
     * @param queue in the order of their rights
     * @return empty if nobody may
     */
    static Optional<Integer> next(int all, List<OnAir> onAir, List<Waiting> queue) {
        if (queue.isEmpty()) {
            return Optional.empty();
        }
        int free = all - onAir.stream().mapToInt(OnAir::parts).sum();
        Waiting first = queue.get(0);
        if (first.parts() <= free) {
            return Optional.of(0);
        }
        int atHisTurn = free;
        Duration untilHisTurn = Duration.ZERO;
        for (OnAir one :
                onAir.stream().sorted(Comparator.comparing(OnAir::left)).toList()) {
            if (atHisTurn >= first.parts()) {
                break;
            }
            atHisTurn += one.parts();
            untilHisTurn = one.left();
        }
        int spare = atHisTurn - first.parts();
        for (int place = 1; place < queue.size(); place++) {
            Waiting one = queue.get(place);
            boolean endsInTime = one.length().compareTo(untilHisTurn) <= 0;
            if (one.parts() <= free && (endsInTime || one.parts() <= spare)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
