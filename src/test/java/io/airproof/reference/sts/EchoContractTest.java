package io.airproof.reference.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.reference.sts.echo.EchoEngine;
import io.airproof.reference.sts.settings.StsSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service with the echo engine, on a real port, with the client that workers use. */
class EchoContractTest {

    private StsServer server;

    @BeforeEach
    void start() throws Exception {
        server = StsServer.start(
                StsSettings.read(Map.of(
                        "STS_PROFILE", "echo",
                        "HOST", "127.0.0.1",
                        "PORT", "0",
                        "WS_MAX_CONNECTIONS", "2",
                        "WS_PING_INTERVAL", "2",
                        "WS_PING_TIMEOUT", "1",
                        "AUTO_DISCONNECT_DELAY", "1")),
                new EchoEngine(Duration.ZERO));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStreamFromConnectToClose() throws Exception {
        try (TestClient client = new TestClient(server.port())) {
            client.expect("connect");
            client.init("s1");
            JSONObject ready = client.expect("stream:ready").get(0);
            assertThat(ready.getString("stream_id")).isEqualTo("s1");
            assertThat(UUID.fromString(ready.getString("session_id"))).isNotNull();

            String id = client.fragment("s1", 0);
            List<JSONObject> answers = client.expect("fragment:ack", "fragment:processed");
            assertThat(answers.get(0).getString("status")).isEqualTo("queued");
            assertThat(answers.get(0).isNull("estimated_completion_ms")).isTrue();
            JSONObject result = answers.get(1);
            assertThat(result.getString("fragment_id")).isEqualTo(id);
            assertThat(result.getString("status")).isEqualTo("success");
            assertThat(result.getString("transcript")).startsWith("[ECHO]").contains("seq=0");
            assertThat(Base64.getDecoder()
                            .decode(result.getJSONObject("dubbed_audio").getString("data_base64")))
                    .asString()
                    .isEqualTo("any sound");
            assertThat(result.isNull("error")).isTrue();

            client.say("stream:end", new JSONObject().put("stream_id", "s1"));
            JSONObject complete = client.expect("stream:complete").get(0);
            assertThat(complete.getInt("total_fragments")).isEqualTo(1);
            long completeAt = System.nanoTime();
            client.expect("disconnect");
            assertThat(Duration.ofNanos(System.nanoTime() - completeAt))
                    .isBetween(Duration.ofMillis(800), Duration.ofMillis(1500));
        }
    }

    @Test
    void aSimulatedErrorHitsTheChosenFragmentOnly() throws Exception {
        try (TestClient client = new TestClient(server.port())) {
            client.expect("connect");
            client.init("s1");
            client.expect("stream:ready");
            client.say(
                    "config:error_simulation",
                    new JSONObject()
                            .put("enabled", true)
                            .put(
                                    "rules",
                                    new JSONArray()
                                            .put(new JSONObject()
                                                    .put("trigger", "sequence_number")
                                                    .put("value", 1)
                                                    .put("error_code", "TIMEOUT"))));
            assertThat(client.expect("config:error_simulation:ack").get(0).getString("status"))
                    .isEqualTo("accepted");
            for (int number = 0; number < 3; number++) {
                client.fragment("s1", number);
                JSONObject result =
                        client.expect("fragment:ack", "fragment:processed").get(1);
                assertThat(result.getString("status")).isEqualTo(number == 1 ? "failed" : "success");
            }
        }
    }

    @Test
    void aRefusedInitMayBeTriedAgain() throws Exception {
        try (TestClient client = new TestClient(server.port())) {
            client.expect("connect");
            client.fragment("s1", 0);
            assertThat(client.expect("error").get(0).getString("code")).isEqualTo("STREAM_NOT_FOUND");
            client.init("not a stream id");
            JSONObject error = client.expect("error").get(0);
            assertThat(error.getString("code")).isEqualTo("INVALID_CONFIG");
            assertThat(error.keySet())
                    .containsExactlyInAnyOrder(
                            "error_id",
                            "stream_id",
                            "fragment_id",
                            "code",
                            "message",
                            "severity",
                            "retryable",
                            "metadata");
            client.init("s1");
            client.expect("stream:ready");
        }
    }

    @Test
    void oneConnectionTooManyIsToldWhy() throws Exception {
        try (TestClient one = new TestClient(server.port());
                TestClient two = new TestClient(server.port())) {
            one.expect("connect");
            two.expect("connect");
            try (TestClient three = new TestClient(server.port())) {
                JSONObject reason = three.expect("connect_error").get(0);
                assertThat(reason.getString("message")).isEqualTo("connection limit reached");
                assertThat(reason.getJSONObject("data").getString("code")).isEqualTo("RATE_LIMIT");
            }
            one.init("s1");
            one.expect("stream:ready");
        }
    }

    @Test
    void aForcedDisconnectComesWhenAnnounced() throws Exception {
        try (TestClient client = new TestClient(server.port())) {
            client.expect("connect");
            client.say("simulate:disconnect", new JSONObject().put("delay_ms", 300));
            JSONObject ack = client.expect("simulate:disconnect:ack").get(0);
            client.expect("disconnect");
            assertThat(System.currentTimeMillis() - ack.getLong("disconnect_at_ms"))
                    .isBetween(-50L, 200L);
        }
    }

    @Test
    void pollingIsRefusedAndPagesAreServedOnTheSamePort() throws Exception {
        assertThat(get("/socket.io/?EIO=4&transport=polling").statusCode()).isEqualTo(400);
        HttpResponse<String> health = get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(new JSONObject(health.body()).getString("status")).isEqualTo("healthy");
        assertThat(get("/metrics").body()).contains("sts_sessions_active 0.0");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void tenMebibytesAreTakenAndNoMore() throws Exception {
        try (TestClient client = new TestClient(server.port())) {
            client.expect("connect");
            client.init("s1");
            client.expect("stream:ready");
            byte[] most = new byte[10 * 1024 * 1024];
            client.say(
                    "fragment:data",
                    TestClient.fragmentBody("s1", 0, UUID.randomUUID().toString(), most));
            JSONObject result =
                    client.expect("fragment:ack", "fragment:processed").get(1);
            assertThat(result.getJSONObject("dubbed_audio").getString("data_base64"))
                    .hasSize(13_981_016);
            client.say(
                    "fragment:data",
                    TestClient.fragmentBody("s1", 1, UUID.randomUUID().toString(), new byte[most.length + 3]));
            assertThat(client.expect("error").get(0).getString("code")).isEqualTo("FRAGMENT_TOO_LARGE");
            client.fragment("s1", 1);
            client.expect("fragment:ack", "fragment:processed");
        }
    }

    @Test
    void aSilentPeerIsClosedAndItsSessionFreed() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        WebSocket silent = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + server.port() + "/socket.io/?EIO=4&transport=websocket"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                                closed.complete(null);
                                return CompletableFuture.completedFuture(null);
                            }

                            @Override
                            public void onError(WebSocket socket, Throwable cause) {
                                closed.complete(null);
                            }
                        })
                .get(5, TimeUnit.SECONDS);
        long openedAt = System.nanoTime();
        silent.sendText("40", true).get(5, TimeUnit.SECONDS);
        silent.sendText("42[\"stream:init\",{\"stream_id\":\"s\",\"worker_id\":\"w\",\"config\":{}}]", true)
                .get(5, TimeUnit.SECONDS);
        closed.get(10, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - openedAt)).isLessThan(Duration.ofSeconds(3));
        assertThat(get("/metrics").body()).contains("sts_sessions_active 0.0");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
