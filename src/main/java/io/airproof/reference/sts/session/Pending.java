package io.airproof.reference.sts.session;

import io.airproof.reference.sts.message.Fragment;
import io.airproof.reference.sts.message.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * An accepted fragment without an answer.
 *
 * @param ticket names this work in the session
 * @param fragment the fragment
 * @param receivedAt when it was accepted
 * @param repeat whether it repeats a failed one, and so needs no turn
 * @param outcome what came of it, once it is there
 */
record Pending(int ticket, Fragment fragment, Instant receivedAt, boolean repeat, Optional<Outcome> outcome) {

    int number() {
        return fragment.sequenceNumber();
    }

    Pending with(Outcome result) {
        return new Pending(ticket, fragment, receivedAt, repeat, Optional.of(result));
    }
}
