package io.airproof.reference.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.airproof.reference.RudeClients;
import io.airproof.reference.sts.echo.EchoEngine;
import io.airproof.reference.sts.settings.StsSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole service with the echo engine, among peers that keep no rule. */
class HostilityTest {

    private static final int PEERS = 20;
    private static final int MESSAGES = 1_000;
    private static final int DRIPPING = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private StsServer server;
    private RudeClients clients;

    @BeforeEach
    void start() throws Exception {
        server = StsServer.start(
                StsSettings.read(Map.of(
                        "STS_PROFILE", "echo",
                        "HOST", "127.0.0.1",
                        "PORT", "0",
                        "LOG_LEVEL", "ERROR",
                        "WS_MAX_CONNECTIONS", "60",
                        "WS_MAX_BUFFER_SIZE", "1048576",
                        "AUTO_DISCONNECT_DELAY", "3600",
                        "HTTP_REQUEST_TIMEOUT", "1")),
                new EchoEngine(Duration.ofMillis(2)));
        clients = new RudeClients(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyMessageIsAnsweredOrIgnoredByTheRulesAndNothingIsLeft(long seed) throws Exception {
        Nonsense nonsense = new Nonsense(seed);
        Random choice = new Random(seed);
        List<RawPeer> peers = new ArrayList<>();
        for (int i = 0; i < PEERS; i++) {
            peers.add(new RawPeer(http, server.port()));
        }
        for (int i = 0; i < MESSAGES; i++) {
            int which = choice.nextInt(PEERS);
            Nonsense.Message message = nonsense.next();
            peers.get(which).say(message.text());
            if (!message.answers().isEmpty()) {
                String answer = heard(peers.get(which), message, i);
                if (answer.equals(RawPeer.CLOSED)) {
                    peers.set(which, new RawPeer(http, server.port()));
                }
            }
        }
        for (RawPeer peer : peers) {
            echoes(peer);
            peer.close();
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> metric("sts_sessions_active") == 0 && metric("sts_fragments_in_flight") == 0);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("sts-io"))
                        .count())
                .isLessThanOrEqualTo(2L * Runtime.getRuntime().availableProcessors());
        try (RawPeer last = new RawPeer(http, server.port())) {
            echoes(last);
        }
    }

    private static String heard(RawPeer peer, Nonsense.Message message, int index) throws InterruptedException {
        try {
            return peer.hear(message.answers());
        } catch (AssertionError unanswered) {
            String text = message.text();
            throw new AssertionError(
                    "message " + index + " " + text.substring(0, Math.min(500, text.length())), unanswered);
        }
    }

    private static void echoes(RawPeer peer) throws InterruptedException {
        peer.say(Nonsense.goodInit("good"));
        peer.hear(Set.of("stream:ready"));
        peer.say(Nonsense.goodFragment("good"));
        peer.hear(Set.of("fragment:ack"));
        peer.hear(Set.of("fragment:processed"));
    }

    /** The sum over a metric's series. */
    private double metric(String name) throws Exception {
        return clients.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void peersThatDripTheirRequestAreGivenUpAndOthersServedMeanwhile() {
        clients.dripUntilGivenUp(DRIPPING, "GET /health HTTP/1.1\r\nX-Drip: ", Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1\r\nX-Large: %s\r\n\r\n",
                "GET /%s HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /health HTTP/1.1\r\nContent-Length: 2000000000\r\n\r\n%s",
                "POST /health HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n%s",
                "%s\r\n\r\n"
            })
    void oversizedRequestsAreRefusedAndTheirConnectionsClosed(String request) throws Exception {
        clients.sendToBeRefused(request.formatted("x".repeat(100_000)));
    }
}
