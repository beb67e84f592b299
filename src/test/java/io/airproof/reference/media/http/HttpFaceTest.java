package io.airproof.reference.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.reference.RudeClients;
import io.airproof.reference.media.metrics.MediaMetrics;
import io.airproof.reference.media.settings.MediaSettings;
import io.airproof.reference.media.worker.Workers;
import io.javalin.Javalin;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real endpoints, among clients that keep no rule. */
class HttpFaceTest {

    /** More than Jetty has threads. */
    private static final int DRIPPING = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String HOOK = "POST /v1/mediamtx/events/ready HTTP/1.1\r\nHost: x\r\n";

    private final Workers workers =
            new Workers(MediaSettings.from(Map.of("STS_SERVICE_URL", "http://127.0.0.1:1")), new MediaMetrics("test"));
    private Javalin face;
    private RudeClients clients;

    @BeforeEach
    void start() {
        face = new HttpFace(workers, new MediaMetrics("test"), "test").start("127.0.0.1", 0, PATIENCE);
        clients = new RudeClients(face.port());
    }

    @AfterEach
    void stop() {
        face.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1\r\nX-Drip: ",
                "GET /metrics HTTP/1.1\r\nX-Drip: ",
                "GET /",
                HOOK + "Content-Length: 400\r\n\r\n{",
                HOOK + "Transfer-Encoding: chunked\r\n\r\nFFF\r\n{",
            })
    void clientsThatDripTheirRequestAreGivenUpAndOthersServedMeanwhile(String beginning) {
        clients.dripUntilGivenUp(DRIPPING, beginning, PATIENCE.multipliedBy(5));
    }

    @Test
    void aClientThatAsksAgainAndAgainIsKept() throws Exception {
        try (Socket socket = clients.say("")) {
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[4096];
            long end = System.nanoTime() + PATIENCE.multipliedBy(2).toNanos();
            while (System.nanoTime() < end) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                int read = in.read(answer);
                assertThat(new String(answer, 0, Math.max(0, read), StandardCharsets.US_ASCII))
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1\r\nHost: x\r\nX-Large: %s\r\n\r\n",
                "GET /%s HTTP/1.1\r\nHost: x\r\n\r\n",
                HOOK + "Content-Length: 2000000000\r\n\r\n%s",
                HOOK + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n%s",
                "%s\r\n\r\n"
            })
    void oversizedRequestsAreRefusedAndTheirConnectionsClosed(String request) throws Exception {
        clients.sendToBeRefused(request.formatted("x".repeat(2_000_000)));
    }
}
