package io.airproof.reference.media.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.airproof.reference.media.metrics.MediaMetrics;
import io.airproof.reference.media.settings.MediaSettings;
import io.airproof.reference.media.worker.Workers;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    private final HttpClient http = HttpClient.newHttpClient();
    private final Workers workers =
            new Workers(MediaSettings.from(Map.of("STS_SERVICE_URL", "http://127.0.0.1:1")), new MediaMetrics("test"));
    private Javalin face;

    @BeforeEach
    void start() {
        face = new HttpFace(workers, new MediaMetrics("test"), "test").start("127.0.0.1", 0, PATIENCE);
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
    void clientsThatDripTheirRequestAreGivenUpAndOthersServedMeanwhile(String beginning) throws Exception {
        List<Socket> dripping =
                IntStream.range(0, DRIPPING).mapToObj(i -> socket(beginning)).toList();
        await().pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE.multipliedBy(5))
                .until(() -> {
                    long started = System.nanoTime();
                    assertThat(health().statusCode()).isEqualTo(200);
                    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
                    return dripping.stream().filter(HttpFaceTest::drips).count() == 0;
                });
    }

    @Test
    void aClientThatAsksAgainAndAgainIsKept() throws Exception {
        try (Socket socket = socket("")) {
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
        try (Socket socket = socket(request.formatted("x".repeat(2_000_000)))) {
            socket.setSoTimeout(5_000);
            assertThat(firstLine(socket)).matches("HTTP/1\\.. 4.. .*|");
        }
        assertThat(health().statusCode()).isEqualTo(200);
    }

    /** Empty if the connection was reset. */
    private static String firstLine(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (SocketException reset) {
            return "";
        } catch (IOException stillOpen) {
            throw new AssertionError("the connection was neither answered nor closed", stillOpen);
        }
    }

    private Socket socket(String text) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), face.port());
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (SocketException alreadyRefused) {
                // What it was told stands in what it receives.
            }
            return socket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean drips(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private HttpResponse<String> health() throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + face.port() + "/health"))
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
