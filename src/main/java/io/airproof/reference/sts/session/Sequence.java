package io.airproof.reference.sts.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which numbers have been received, which are missing since when, and whose turn it is (contract 4.8).
 *
 * <p>Numbers below {@code next} are received, missing or closed; a missing one lies below a received one.
 */
final class Sequence {

    private final int reach;
    private final TreeMap<Integer, Instant> missing = new TreeMap<>();
    private int next;

    /** A fresh sequence; numbers up to {@code reach} ahead of the expected one are taken. */
    Sequence(int reach) {
        this.reach = reach;
    }

    /** The lowest number not yet received. */
    int expected() {
        return missing.isEmpty() ? next : missing.firstKey();
    }

    /** Why a number cannot be taken; empty if it can. */
    Optional<String> objection(int number) {
        if (number > expected() + reach) {
            return Optional.of("sequence_number " + number + " is too far ahead: " + expected()
                    + " is expected, and at most " + (expected() + reach) + " is taken");
        }
        if (number < next && !missing.containsKey(number)) {
            return Optional.of(
                    "sequence_number " + number + " was already received or closed; " + expected() + " is expected");
        }
        return Optional.empty();
    }

    /** Takes a number to which there is no objection. */
    void receive(int number, Instant now) {
        missing.remove(number);
        for (int skipped = next; skipped < number; skipped++) {
            missing.put(skipped, now);
        }
        next = Math.max(next, number + 1);
    }

    /** The time at which the oldest gap has been open for {@code patience}. */
    Optional<Instant> deadline(Duration patience) {
        return missing.values().stream().min(Instant::compareTo).map(since -> since.plus(patience));
    }

    /** Closes the numbers that have been missing for {@code patience}, and names them. */
    List<Integer> closeMissing(Instant now, Duration patience) {
        List<Integer> closed = missing.entrySet().stream()
                .filter(gap -> !gap.getValue().plus(patience).isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        closed.forEach(missing::remove);
        return closed;
    }
}
