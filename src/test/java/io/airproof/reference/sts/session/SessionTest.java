package io.airproof.reference.sts.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.airproof.reference.sts.message.Failure;
import io.airproof.reference.sts.message.Fragment;
import io.airproof.reference.sts.message.Json;
import io.airproof.reference.sts.message.Models;
import io.airproof.reference.sts.message.Outcome;
import io.airproof.reference.sts.message.Refusal;
import io.airproof.reference.sts.message.StageTimings;
import io.airproof.reference.sts.message.StreamInit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    /** Keeps what a session wants done, as short words. */
    private static final class Notes implements Effects {
        private final List<String> sent = new ArrayList<>();
        private final List<Integer> tickets = new ArrayList<>();
        private int farewells;

        @Override
        public void send(String event, ObjectNode body) {
            sent.add(
                    switch (event) {
                        case "fragment:processed" ->
                            body.path("status").asText() + " "
                                    + body.path("sequence_number").asInt();
                        case "backpressure" ->
                            "load " + body.path("action").asText() + " "
                                    + body.path("current_inflight").asInt();
                        case "error" ->
                            body.path("code").asText() + ": "
                                    + body.path("message").asText();
                        case "stream:complete" ->
                            "complete " + body.path("total_fragments").asInt();
                        default -> event;
                    });
        }

        @Override
        public void work(int ticket, Fragment fragment, Optional<Failure> simulated) {
            tickets.add(ticket);
        }

        @Override
        public void abandon(int ticket) {
            sent.add("abandoned " + ticket);
        }

        @Override
        public void accepted(Fragment fragment) {}

        @Override
        public void answered(Fragment fragment, Outcome outcome, int processingMs, StageTimings timings) {}

        @Override
        public void refused(Optional<String> fragmentId, String code, String message) {}

        @Override
        public void completed() {
            farewells++;
        }

        List<String> drain() {
            List<String> heard = List.copyOf(sent);
            sent.clear();
            return heard;
        }
    }

    private final Notes notes = new Notes();
    private Session session = session();

    private Session session() {
        try {
            return new Session(
                    StreamInit.read(Json.parse("{\"stream_id\":\"s\",\"worker_id\":\"w\",\"config\":{}}")),
                    true,
                    notes,
                    T0);
        } catch (Refusal impossible) {
            throw new AssertionError(impossible);
        }
    }

    @BeforeEach
    void ready() {
        session = session();
        session.ready(UUID.randomUUID(), T0);
        notes.drain();
    }

    private void fragment(int number) throws Refusal {
        fragment(number, UUID.randomUUID().toString(), T0);
    }

    private void fragment(int number, String id, Instant at) throws Refusal {
        session.fragment(Json.parse("""
                {"fragment_id":"%s","stream_id":"s","sequence_number":%d,"timestamp":1,
                 "audio":{"sample_rate_hz":48000,"channels":1,"duration_ms":6000,"data_base64":"AAAA"}}""".formatted(id, number)), at);
    }

    private void succeed(int ticket) {
        session.outcome(
                ticket,
                new Outcome.Dubbed(
                        false,
                        new io.airproof.reference.sts.message.Audio(48_000, 1, 6_000, "AAAA"),
                        "",
                        "",
                        StageTimings.NONE,
                        new Models("a", "b", "c", Optional.empty())),
                T0.plusMillis(100));
    }

    private void fail(int ticket) {
        session.outcome(
                ticket,
                Outcome.Failed.of(new Failure("MODEL_ERROR", "broke", Optional.empty(), true)),
                T0.plusMillis(100));
    }

    @Test
    void resultsLeaveInOrderHoweverTheWorkEnds() throws Exception {
        fragment(0);
        fragment(1);
        fragment(2);
        notes.drain();
        succeed(3);
        succeed(2);
        assertThat(notes.drain()).isEmpty();
        succeed(1);
        assertThat(notes.drain()).containsExactly("success 0", "success 1", "success 2");
    }

    @Test
    void aGapIsGivenUpAfterTheTimeout() throws Exception {
        fragment(0);
        fragment(2);
        succeed(1);
        succeed(2);
        assertThat(notes.drain()).containsExactly("fragment:ack", "fragment:ack", "success 0");
        assertThat(session.nextDeadline()).contains(T0.plus(TIMEOUT));
        session.tick(T0.plus(TIMEOUT));
        assertThat(notes.drain()).containsExactly("INVALID_SEQUENCE: missing sequence_number 1: given up", "success 2");
        assertThatThrownBy(() -> fragment(1)).isInstanceOf(Refusal.class).hasMessageContaining("closed");
        fragment(3);
        assertThat(notes.drain()).containsExactly("fragment:ack");
    }

    @Test
    void aFilledGapLetsTheHeldResultsGo() throws Exception {
        fragment(1);
        succeed(1);
        fragment(0);
        notes.drain();
        succeed(2);
        assertThat(notes.drain()).containsExactly("success 0", "success 1");
        assertThat(session.nextDeadline()).isEmpty();
    }

    @Test
    void numbersTooFarAheadOrRepeatedAreRefused() throws Exception {
        assertThatThrownBy(() -> fragment(4)).hasMessageContaining("too far ahead");
        fragment(3);
        assertThatThrownBy(() -> fragment(3)).hasMessageContaining("already received");
        String id = UUID.randomUUID().toString();
        fragment(0, id, T0);
        assertThatThrownBy(() -> fragment(1, id, T0)).hasMessageContaining(id);
    }

    @Test
    void aFailedFragmentMayBeSentAgainAndIsAnsweredOnce() throws Exception {
        String id = UUID.randomUUID().toString();
        fragment(0, id, T0);
        fail(1);
        fragment(1);
        notes.drain();
        fragment(0, id, T0);
        assertThatThrownBy(() -> fragment(0, id, T0)).hasMessageContaining("already received");
        succeed(3);
        assertThat(notes.drain()).containsExactly("fragment:ack", "success 0");
        succeed(3);
        assertThat(notes.drain()).isEmpty();
        assertThatThrownBy(() -> fragment(0, id, T0)).isInstanceOf(Refusal.class);
    }

    @Test
    void theLoadIsAnnouncedAtEachChangeAndTheEleventhRefused() throws Exception {
        for (int number = 0; number < 10; number++) {
            fragment(number);
        }
        assertThat(notes.drain())
                .filteredOn(word -> word.startsWith("load"))
                .containsExactly("load slow_down 4", "load pause 7");
        assertThatThrownBy(() -> fragment(10)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.code().name())
                .isEqualTo("BACKPRESSURE_EXCEEDED"));
        for (int ticket = 1; ticket <= 10; ticket++) {
            succeed(ticket);
        }
        assertThat(notes.drain())
                .filteredOn(word -> word.startsWith("load"))
                .containsExactly("load slow_down 6", "load none 3");
        fragment(10);
        assertThat(notes.drain()).containsExactly("fragment:ack");
    }

    @Test
    void slowWorkFailsWithTimeoutAndItsLateOutcomeIsIgnored() throws Exception {
        fragment(0);
        notes.drain();
        session.tick(T0.plus(TIMEOUT));
        assertThat(notes.drain()).containsExactly("abandoned 1", "failed 0");
        succeed(1);
        assertThat(notes.drain()).isEmpty();
    }

    @Test
    void aPauseRefusesNewWorkAndFinishesTheOld() throws Exception {
        fragment(0);
        session.pause();
        notes.drain();
        assertThatThrownBy(() -> fragment(1)).hasMessageContaining("paused");
        succeed(1);
        assertThat(notes.drain()).containsExactly("success 0");
        session.resume();
        fragment(1);
    }

    @Test
    void theEndComesAfterTheLastResult() throws Exception {
        fragment(0);
        fragment(2);
        succeed(2);
        notes.drain();
        session.end(T0.plusSeconds(1));
        assertThat(notes.drain()).containsExactly("INVALID_SEQUENCE: missing sequence_number 1: given up");
        assertThatThrownBy(() -> fragment(3)).isInstanceOf(Refusal.class);
        succeed(1);
        assertThat(notes.drain()).containsExactly("success 0", "success 2", "complete 2");
        assertThat(notes.farewells).isEqualTo(1);
    }
}
