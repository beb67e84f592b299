package io.airproof.trust;

import io.airproof.fault.received.ReceivedFault;
import io.airproof.run.Programme;
import java.util.Set;

/**
 * One fault, and who should notice it.
 *
 * @param id short and stable
 * @param what what is wrong, for people
 * @param target the programme that it is seeded into
 * @param expected the requirements of which at least one must turn red
 * @param damage how it is seeded
 */
record SeededFault(String id, String what, Programme target, Set<String> expected, Damage damage) {

    SeededFault {
        expected = Set.copyOf(expected);
    }

    /** A fault in what the viewer received, and the requirements of which at least one must turn red. */
    static SeededFault received(String id, String what, Programme target, ReceivedFault fault, String... expected) {
        return new SeededFault(id, what, target, Set.of(expected), new Damage.Received(fault));
    }
}
