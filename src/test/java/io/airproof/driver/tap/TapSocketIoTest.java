package io.airproof.driver.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airproof.driver.sts.OutgoingFragment;
import io.airproof.driver.sts.StreamInit;
import io.airproof.driver.sts.StsClient;
import io.airproof.driver.sts.StsConnectException;
import io.airproof.driver.sts.StsEvent;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.AwaitException;
import io.airproof.driver.wait.Look;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tap between a real Socket.IO client and a real Socket.IO server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TapSocketIoTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int FIVE_MB = 5_000_000;

    private SocketIoStandIn one;
    private SocketIoStandIn two;
    private Tap tap;

    @BeforeAll
    void startServers() throws IOException {
        one = new SocketIoStandIn("one");
        two = new SocketIoStandIn("two");
    }

    @AfterAll
    void stopServers() {
        CompletableFuture<Void> both = CompletableFuture.runAsync(one::close); // each takes two quiet seconds
        two.close();
        both.join();
    }

    @BeforeEach
    void openTap() {
        tap = Tap.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        tap.defaultRoute(new Route.Forward(one.address()));
    }

    @AfterEach
    void closeTap() {
        tap.close();
    }

    @Test
    void recordsWhatPassesWithItsTimes() {
        Instant before = Instant.now();
        try (StsClient client = StsClient.connect(tap.address(), "s1", SOON)) {
            StsEvent ready = client.init(StreamInit.of("s1"));
            assertThat(ready.body().getString("session_id")).isEqualTo("one");
            Instant sent = client.sendFragment(fragment("s1", 0, 10));
            StsEvent result = client.await("fragment:processed", event -> true, SOON);
            settle("s1", 1);
            TapRecord record = tap.record("s1");
            assertThat(record.events())
                    .extracting(WireEvent::name)
                    .containsExactly(
                            "connect",
                            "connect",
                            "stream:init",
                            "stream:ready",
                            "fragment:data",
                            "fragment:ack",
                            "fragment:processed");
            assertThat(record.sent().get(0).at()).isBetween(sent, result.at());
            assertThat(record.results().get(0).at()).isBetween(sent, result.at());
            assertThat(record.events()).allSatisfy(event -> {
                assertThat(event.at()).isBetween(before, Instant.now());
                assertThat(event.held()).isLessThan(Duration.ofMillis(500));
                assertThat(event.origin()).isEqualTo(Origin.PEER);
            });
            Handshake handshake = record.handshakes().get(0);
            assertThat(handshake.header("X-Worker-ID")).hasValue("worker-s1");
            assertThat(handshake.status()).hasValue(101);
            assertThat(record.connections().get(0).engineOpen().orElseThrow()).contains("pingInterval");
            assertThat(record.interventions()).isEmpty();
            assertThat(record.unreadableCount()).isZero();
            assertThat(client.timing().tcpToSocketIo()).isBetween(Duration.ZERO, SOON);
        }
        var closed = Await.until(
                "the record says that the worker left",
                SOON,
                tap.record("s1"),
                () -> new Look(tap.record("s1").connections().get(0).end().isPresent(), "open"),
                Await::neverFails);
        assertThat(tap.record("s1").events(Direction.WORKER_TO_STS, WireEvent.DISCONNECT))
                .as("after %s", closed.took())
                .hasSize(1);
    }

    @Test
    void largeFragmentsPassUnchanged() {
        try (StsClient client = StsClient.connect(tap.address(), "big", SOON)) {
            OutgoingFragment fragment = fragment("big", 0, FIVE_MB);
            Instant sent = client.sendFragment(fragment);
            client.await("fragment:processed", event -> true, SOON);
            settle("big", 1);
            WireEvent seen = tap.record("big").sent().get(0);
            assertThat(seen.at()).isAfterOrEqualTo(sent);
            assertThat(seen.body().getJSONObject("audio").getString("data_base64"))
                    .isEqualTo(fragment.dataBase64());
        }
    }

    @Test
    void streamsGoTheirOwnWays() {
        tap.route("s2", new Route.Forward(two.address()));
        try (StsClient first = StsClient.connect(tap.address(), "s1", SOON);
                StsClient second = StsClient.connect(tap.address(), "s2", SOON)) {
            assertThat(first.init(StreamInit.of("s1")).body().getString("session_id"))
                    .isEqualTo("one");
            assertThat(second.init(StreamInit.of("s2")).body().getString("session_id"))
                    .isEqualTo("two");
        }
        assertThat(tap.streamIds()).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    void pingsKeepTheConnectionAndAreCounted() {
        try (StsClient client = StsClient.connect(tap.address(), "idle", SOON)) {
            var beats = Await.until(
                    "two heartbeats each way",
                    SOON,
                    tap.record("idle"),
                    () -> {
                        Connection now = tap.record("idle").connections().get(0);
                        return new Look(
                                now.toWorker().heartbeats() >= 2 && now.toSts().heartbeats() >= 2, now.toString());
                    },
                    Await::neverFails);
            assertThat(beats.took()).isGreaterThan(Duration.ofMillis(900));
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void faultsDoWhatTheySay() {
        MessageFilter results = MessageFilter.event("fragment:processed");
        FrameInterceptor source = Faults.replace(results, message -> {
            JSONObject body = message.eventBody().orElseThrow();
            body.getJSONObject("dubbed_audio").put("data_base64", "SOURCE");
            return Message.event("fragment:processed", body);
        });
        tap.faults(
                "f",
                FaultPlan.none()
                        .with(Direction.STS_TO_WORKER, source)
                        .with(Direction.STS_TO_WORKER, Faults.delay(results, Duration.ofMillis(400)))
                        .with(Direction.WORKER_TO_STS, Faults.drop(numbered(1)))
                        .with(
                                Direction.WORKER_TO_STS,
                                Faults.answer(
                                        numbered(2),
                                        message -> List.of(
                                                Message.event("error", new JSONObject().put("code", "MADE_UP")))))
                        .with(Direction.WORKER_TO_STS, Faults.cutOn(numbered(3), Cut.RESET)));
        try (StsClient client = StsClient.connect(tap.address(), "f", SOON)) {
            Instant sent = client.sendFragment(fragment("f", 0, 10));
            StsEvent result = client.await("fragment:processed", event -> true, SOON);
            assertThat(result.body().getJSONObject("dubbed_audio").getString("data_base64"))
                    .isEqualTo("SOURCE");
            assertThat(Duration.between(sent, result.at())).isGreaterThanOrEqualTo(Duration.ofMillis(390));
            client.sendFragment(fragment("f", 1, 10));
            client.sendFragment(fragment("f", 2, 10));
            assertThat(client.await("error", event -> true, SOON).body().getString("code"))
                    .isEqualTo("MADE_UP");
            client.sendFragment(fragment("f", 3, 10));
            client.await(StsEvent.DISCONNECT, event -> true, SOON);
            settle("f", 1);
            TapRecord record = tap.record("f");
            assertThat(record.sent()).hasSize(1);
            assertThat(record.results()).hasSize(1).first().satisfies(event -> {
                assertThat(event.origin()).isEqualTo(Origin.TAP);
                assertThat(event.held()).isGreaterThanOrEqualTo(Duration.ofMillis(390));
            });
            assertThat(record.interventions())
                    .extracting(Intervention::what)
                    .anyMatch(what -> what.startsWith("replace fragment:processed: replaced"))
                    .anyMatch(what -> what.startsWith("drop number 1: dropped"))
                    .anyMatch(what -> what.startsWith("answer number 2: answered"))
                    .anyMatch(what -> what.startsWith("cut on number 3"));
            assertThat(record.connections().get(0).end().orElseThrow().by()).isEqualTo(Connection.Closer.TAP);
        }
    }

    @Test
    void handshakesCanBeRefused() {
        tap.faults("no", FaultPlan.none().admitting(new Admission.Refuse(503, "not today")));
        assertThatThrownBy(() -> StsClient.connect(tap.address(), "no", SOON))
                .isInstanceOf(StsConnectException.class)
                .hasMessageContaining(tap.address().toString())
                .hasMessageContaining("503");
        assertThat(tap.record("no").handshakes().get(0).status()).hasValue(503);
    }

    @Test
    void anAbsentStsIsABadGateway() throws IOException {
        URI nowhere;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        tap.route("lost", new Route.Forward(nowhere));
        assertThatThrownBy(() -> StsClient.connect(tap.address(), "lost", SOON))
                .isInstanceOf(StsConnectException.class)
                .hasMessageContaining("502");
        TapRecord record = tap.record("lost");
        assertThat(record.handshakes().get(0).status()).hasValue(502);
        assertThat(record.interventions())
                .extracting(Intervention::what)
                .first()
                .asString()
                .contains("no STS at " + nowhere)
                .contains("refused");
    }

    @Test
    void whatDoesNotComeIsToldWithWhatCame() {
        try (StsClient client = StsClient.connect(tap.address(), "s9", SOON)) {
            client.init(StreamInit.of("s9"));
            assertThatThrownBy(() -> client.await("stream:complete", event -> true, Duration.ofMillis(50)))
                    .isInstanceOf(AwaitException.class)
                    .hasMessageContaining("stream:complete")
                    .hasMessageContaining("50 ms")
                    .hasMessageContaining("1 events: stream:ready");
        }
    }

    private static MessageFilter numbered(int number) {
        return new MessageFilter(
                "number " + number,
                message -> message.eventBody().orElseGet(JSONObject::new).optInt("sequence_number", -1) == number);
    }

    private static OutgoingFragment fragment(String streamId, int number, int bytes) {
        return OutgoingFragment.of(streamId, number, new byte[bytes], 48_000, 2, 6000);
    }

    private void settle(String streamId, int results) {
        TapRecord record = tap.record(streamId);
        var timeline = Await.until(
                "the record of " + streamId + " has " + results + " results",
                SOON,
                record,
                () -> new Look(
                        record.results().size() >= results, record.results().size() + " results"),
                Await::neverFails);
        assertThat(timeline.polls()).isNotEmpty();
    }
}
