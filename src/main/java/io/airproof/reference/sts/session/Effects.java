package io.airproof.reference.sts.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.airproof.reference.sts.message.Failure;
import io.airproof.reference.sts.message.Fragment;
import io.airproof.reference.sts.message.Outcome;
import io.airproof.reference.sts.message.StageTimings;
import java.util.Optional;

/** What a session wants done; called in the order in which it is to be seen by the worker. */
public interface Effects {

    /** Send an event. */
    void send(String event, ObjectNode body);

    /** Start the work on a fragment; the outcome comes back with the ticket. */
    void work(int ticket, Fragment fragment, Optional<Failure> simulated);

    /** Nobody waits for this work any more. */
    void abandon(int ticket);

    /** A fragment was accepted. */
    void accepted(Fragment fragment);

    /** A fragment was answered, for the log and the metrics. */
    void answered(Fragment fragment, Outcome outcome, int processingMs, StageTimings timings);

    /** A fragment was refused or numbers were closed, for the log and the metrics. */
    void refused(Optional<String> fragmentId, String code, String message);

    /** {@code stream:complete} has been sent: close the connection when the time for that has passed. */
    void completed();
}
