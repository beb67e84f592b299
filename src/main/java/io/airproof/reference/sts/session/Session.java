package io.airproof.reference.sts.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.airproof.reference.sts.message.ErrorCode;
import io.airproof.reference.sts.message.Failure;
import io.airproof.reference.sts.message.Fragment;
import io.airproof.reference.sts.message.LoadLevel;
import io.airproof.reference.sts.message.Messages;
import io.airproof.reference.sts.message.Outcome;
import io.airproof.reference.sts.message.Refusal;
import io.airproof.reference.sts.message.Simulation;
import io.airproof.reference.sts.message.Stage;
import io.airproof.reference.sts.message.StreamInit;
import io.airproof.reference.sts.message.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One session of one stream (contract 4.3 to 4.12).
 *
 * <p>Pure and single threaded: the time is handed in, and what is to be done is handed to {@link Effects}. Whoever
 * drives it calls {@link #tick} no later than {@link #nextDeadline}.
 */
public final class Session {

    private final StreamInit init;
    private final boolean backpressureEvents;
    private final Effects effects;
    private final Sequence sequence;
    private final TreeMap<Integer, Pending> pending = new TreeMap<>();
    private final Set<String> fragmentIds = new HashSet<>();
    private final Map<String, Integer> failedNumbers = new HashMap<>();
    private State state = State.INITIALIZING;
    private Simulation simulation = Simulation.off();
    private Totals totals = Totals.none();
    private LoadLevel level = LoadLevel.LOW;
    private Instant readyAt;

    /** A session that has not yet told the worker that it is ready. */
    public Session(StreamInit init, boolean backpressureEvents, Effects effects, Instant now) {
        this.init = init;
        this.backpressureEvents = backpressureEvents;
        this.effects = effects;
        this.sequence = new Sequence(init.maxInflight());
        this.readyAt = now;
    }

    /** The state. */
    public State state() {
        return state;
    }

    /** The settings. */
    public StreamInit init() {
        return init;
    }

    /** Whether the worker can still use this session. */
    public boolean isLive() {
        return state == State.INITIALIZING || state == State.ACTIVE || state == State.PAUSED;
    }

    /** Accepted fragments without an answer. */
    public int load() {
        return pending.size();
    }

    /** The engine can work: the worker is told. */
    public void ready(UUID sessionId, Instant now) {
        if (state == State.INITIALIZING) {
            state = State.ACTIVE;
            readyAt = now;
            effects.send("stream:ready", Messages.ready(init.streamId(), sessionId, init.maxInflight()));
        }
    }

    /** {@code stream:pause}; ignored unless active. */
    public void pause() {
        state = state == State.ACTIVE ? State.PAUSED : state;
    }

    /** {@code stream:resume}; ignored unless paused. */
    public void resume() {
        state = state == State.PAUSED ? State.ACTIVE : state;
    }

    /** From now on errors are simulated by these rules. */
    public void simulate(Simulation rules) {
        simulation = rules;
    }

    /** {@code stream:end}; ignored when it has already ended. No number that is missing can come any more. */
    public void end(Instant now) {
        if (isLive()) {
            state = State.ENDING;
            closeMissing(now, Duration.ZERO);
            settle(now);
        }
    }

    /**
     * {@code fragment:data}: accepted and acknowledged, or not accepted.
     *
     * @throws Refusal by the first check that fails: state, size, schema, number, load
     */
    public void fragment(JsonNode body, Instant now) throws Refusal {
        checkState();
        Fragment.checkSize(body);
        Fragment fragment = Fragment.read(body, init.streamId());
        boolean repeat = checkNumber(fragment);
        int ahead = pending.size();
        if (ahead >= LoadLevel.LIMIT) {
            throw new Refusal(
                    ErrorCode.BACKPRESSURE_EXCEEDED,
                    ahead + " fragments are unanswered, and no more than " + LoadLevel.LIMIT + " are taken");
        }
        if (!repeat) {
            sequence.receive(fragment.sequenceNumber(), now);
            fragmentIds.add(fragment.fragmentId());
        }
        failedNumbers.remove(fragment.fragmentId());
        totals = totals.accepted(fragment);
        int ticket = totals.accepted();
        pending.put(ticket, new Pending(ticket, fragment, now, repeat, Optional.empty()));
        effects.accepted(fragment);
        effects.send("fragment:ack", Messages.queued(fragment.fragmentId(), now, ahead, estimate(ahead)));
        announceLoad();
        effects.work(ticket, fragment, simulation.failureFor(fragment, ticket));
    }

    private void checkState() throws Refusal {
        switch (state) {
            case INITIALIZING ->
                throw new Refusal(ErrorCode.STREAM_NOT_READY, "wait for stream:ready before sending fragments");
            case PAUSED -> throw new Refusal(ErrorCode.STREAM_PAUSED, "the stream is paused; send stream:resume first");
            case ENDING, COMPLETED ->
                throw new Refusal(ErrorCode.STREAM_NOT_FOUND, "the session has ended; send stream:init first");
            case ACTIVE -> {}
        }
    }

    /** Whether it repeats a failed fragment. */
    private boolean checkNumber(Fragment fragment) throws Refusal {
        int number = fragment.sequenceNumber();
        if (Integer.valueOf(number).equals(failedNumbers.get(fragment.fragmentId()))) {
            return true;
        }
        if (fragmentIds.contains(fragment.fragmentId())) {
            throw new Refusal(
                    ErrorCode.INVALID_SEQUENCE,
                    "fragment_id " + fragment.fragmentId() + " was already received in this session");
        }
        Optional<String> objection = sequence.objection(number);
        if (objection.isPresent()) {
            throw new Refusal(ErrorCode.INVALID_SEQUENCE, objection.get());
        }
        return false;
    }

    private OptionalInt estimate(int ahead) {
        return totals.processingMs().isEmpty() ? OptionalInt.empty() : OptionalInt.of(totals.averageMs() * (ahead + 1));
    }

    /** The outcome of a piece of work; ignored if nobody waits for it. */
    public void outcome(int ticket, Outcome outcome, Instant now) {
        Pending waiting = pending.get(ticket);
        if (waiting != null && waiting.outcome().isEmpty()) {
            pending.put(ticket, waiting.with(outcome));
            settle(now);
        }
    }

    /** When {@link #tick} has something to do. */
    public Optional<Instant> nextDeadline() {
        Stream<Instant> work = pending.values().stream()
                .filter(waiting -> waiting.outcome().isEmpty())
                .map(waiting -> waiting.receivedAt().plus(init.timeout()));
        return Stream.concat(work, sequence.deadline(init.timeout()).stream()).min(Instant::compareTo);
    }

    /** Fails work that took too long, and closes gaps that stayed open too long. */
    public void tick(Instant now) {
        for (Pending waiting : List.copyOf(pending.values())) {
            if (waiting.outcome().isEmpty()
                    && !waiting.receivedAt().plus(init.timeout()).isAfter(now)) {
                effects.abandon(waiting.ticket());
                pending.put(waiting.ticket(), waiting.with(Outcome.Failed.of(timeout())));
            }
        }
        closeMissing(now, init.timeout());
        settle(now);
    }

    private Failure timeout() {
        return Failure.of(
                ErrorCode.TIMEOUT,
                Stage.PIPELINE,
                "the work took longer than timeout_ms = " + init.timeout().toMillis());
    }

    private void closeMissing(Instant now, Duration patience) {
        List<Integer> closed = sequence.closeMissing(now, patience);
        if (!closed.isEmpty()) {
            String numbers = closed.stream().map(String::valueOf).collect(Collectors.joining(", "));
            String message = "missing sequence_number " + numbers + ": given up";
            effects.refused(Optional.empty(), ErrorCode.INVALID_SEQUENCE.name(), message);
            effects.send(
                    "error",
                    Messages.error(
                            UUID.randomUUID(),
                            Optional.of(init.streamId()),
                            Optional.empty(),
                            ErrorCode.INVALID_SEQUENCE,
                            message));
        }
    }

    /** Sends every result whose turn it is, and completes an ending session without work. */
    private void settle(Instant now) {
        for (Optional<Pending> due = nextDue(); due.isPresent(); due = nextDue()) {
            answer(due.get(), now);
        }
        if (state == State.ENDING && pending.isEmpty()) {
            state = State.COMPLETED;
            effects.send("stream:complete", Messages.complete(init.streamId(), Duration.between(readyAt, now), totals));
            effects.completed();
        }
    }

    private Optional<Pending> nextDue() {
        Optional<Pending> repeat = pending.values().stream()
                .filter(waiting -> waiting.repeat() && waiting.outcome().isPresent())
                .findFirst();
        if (repeat.isPresent()) {
            return repeat;
        }
        return pending.values().stream()
                .filter(waiting -> !waiting.repeat())
                .min((one, other) -> Integer.compare(one.number(), other.number()))
                .filter(lowest -> lowest.outcome().isPresent() && lowest.number() < sequence.expected());
    }

    private void answer(Pending due, Instant now) {
        pending.remove(due.ticket());
        Outcome outcome = due.outcome().orElseThrow();
        int took = Math.toIntExact(Duration.between(due.receivedAt(), now).toMillis());
        totals = totals.answered(outcome, took);
        if (outcome instanceof Outcome.Failed) {
            failedNumbers.put(due.fragment().fragmentId(), due.number());
        }
        effects.send("fragment:processed", Messages.processed(due.fragment(), outcome, took));
        effects.answered(due.fragment(), outcome, took, outcome.timings().within(took));
        announceLoad();
    }

    private void announceLoad() {
        LoadLevel now = LoadLevel.of(pending.size());
        if (now != level) {
            level = now;
            if (backpressureEvents) {
                int held = (int) pending.values().stream()
                        .filter(waiting -> waiting.outcome().isPresent())
                        .count();
                effects.send("backpressure", Messages.backpressure(init.streamId(), now, pending.size(), held));
            }
        }
    }

    /** The session is gone: its work is abandoned. */
    public void discard() {
        pending.keySet().forEach(effects::abandon);
        pending.clear();
        state = State.COMPLETED;
    }
}
