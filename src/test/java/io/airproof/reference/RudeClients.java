package io.airproof.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.stream.IntStream;

/**
 * HTTP clients that keep no rule, and what a service on loopback is expected to do: rid itself of them, and serve others
 * meanwhile. Its {@code /health} tells whether it does.
 */
public final class RudeClients {

    /** Nobody else waits longer than this for an answer. */
    private static final Duration SERVED_WITHIN = Duration.ofSeconds(1);

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public RudeClients(int port) {
        this.port = port;
    }

    /** So many begin a request and go on by a byte at a time: all are hung up on in time, and others are served. */
    public void dripUntilGivenUp(int clients, String beginning, Duration atMost) {
        List<Socket> dripping =
                IntStream.range(0, clients).mapToObj(i -> say(beginning)).toList();
        await().pollInterval(LOOK).atMost(atMost).until(() -> {
            long started = System.nanoTime();
            assertThat(get("/health").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SERVED_WITHIN);
            return dripping.stream().filter(RudeClients::drips).count() == 0;
        });
    }

    /** One sends this: it is refused, or hung up on, and others are served. */
    public void sendToBeRefused(String request) throws Exception {
        try (Socket socket = say(request)) {
            socket.setSoTimeout((int) ANSWER.toMillis());
            assertThat(firstLine(socket)).matches("HTTP/1\\.. 4.. .*|");
        }
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    /** A connection on which this has been said. */
    public Socket say(String text) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
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

    /** A page, as any client gets it. */
    public HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(ANSWER)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
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

    private static boolean drips(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
