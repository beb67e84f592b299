package io.airproof.driver.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scraping what the Prometheus library really writes. */
final class MetricsClientTest {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final AtomicReference<String> contentType = new AtomicReference<>(PrometheusTextFormatWriter.CONTENT_TYPE);
    private HttpServer server;
    private MetricsClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.builder().build().write(text, registry.scrape());
            exchange.getResponseHeaders().set("Content-Type", contentType.get());
            exchange.sendResponseHeaders(200, text.size());
            exchange.getResponseBody().write(text.toByteArray());
            exchange.close();
        });
        server.start();
        client = new MetricsClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsWhatTheLibraryWrites() {
        Counter jobs = Counter.builder()
                .name("jobs_total")
                .help("Jobs \\ \n done")
                .labelNames("id")
                .register(registry);
        Histogram took = Histogram.builder()
                .name("took_seconds")
                .labelNames("id")
                .classicOnly()
                .classicUpperBounds(0.5, 1, 2)
                .register(registry);
        jobs.labelValues("a\"b\\c\nd").inc(3);
        took.labelValues("x").observe(0.7);
        took.labelValues("x").observe(9);
        Exposition seen = client.scrape().exposition();
        assertThat(seen.value("jobs_total", Map.of("id", "a\"b\\c\nd"))).hasValue(3);
        assertThat(seen.value("took_seconds_bucket", Map.of("id", "x", "le", "1.0")))
                .hasValue(1);
        assertThat(seen.value("took_seconds_count", Map.of("id", "x"))).hasValue(2);
    }

    @Test
    void refusesAnotherContentType() {
        contentType.set("application/json");
        assertThatThrownBy(() -> client.scrape())
                .isInstanceOf(ScrapeException.class)
                .hasMessageContaining("application/json")
                .hasMessageContaining("/metrics");
    }

    @Test
    void watches() {
        try (MetricsWatch watch = MetricsWatch.start(client, Duration.ofMillis(10))) {
            Awaitility.await().until(() -> watch.snapshots().size() >= 3);
            server.stop(0);
            Awaitility.await().until(() -> !watch.failures().isEmpty());
            assertThat(watch.snapshots()).extracting(TimedExposition::at).isSorted();
            assertThat(watch.failures().get(0)).contains("no answer from http://127.0.0.1:");
        }
    }
}
