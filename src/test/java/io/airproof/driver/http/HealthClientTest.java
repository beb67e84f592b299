package io.airproof.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HealthClientTest {

    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/health", 503, "{\"status\":\"starting\",\"streams\":[]}");
        answer("/v3/paths/list", 200, "<html>");
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(String path, int status, String text) {
        server.createContext(path, exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anyStatusIsAnAnswer() {
        HealthReply reply = HealthClient.sts(address).ask();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body().getString("status")).isEqualTo("starting");
        assertThat(reply.took()).isBetween(Duration.ofNanos(1), Duration.ofMillis(900));
        assertThat(HealthClient.mediaService(address).ask().status()).isEqualTo(503);
    }

    @Test
    void saysWhatIsNoAnswer() {
        assertThatThrownBy(() -> HealthClient.mediaMtx(address).ask())
                .isInstanceOf(HttpAnswerException.class)
                .hasMessageContaining("/v3/paths/list answers 200 with something that is no JSON object: \"<html>\"");
        server.stop(0);
        assertThatThrownBy(() -> HealthClient.sts(address).ask())
                .isInstanceOf(HttpAnswerException.class)
                .hasMessageContaining("no answer from " + address + "/health");
    }
}
