package io.airproof.driver.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Scrapes {@code GET /metrics} of one service. */
public final class MetricsClient {

    /** A scrape that takes longer has failed. */
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI target;

    /**
     * Names the service; nothing is called yet.
     *
     * @param service {@code http://host:port}
     */
    public MetricsClient(URI service) {
        this.target = service.resolve("/metrics");
    }

    /**
     * Scrapes once.
     *
     * @throws ScrapeException if the service is not there, answers with another status than 200, with another content type
     *     than {@code text/plain; version=0.0.4}, or with a text that breaks the format (the cause says where)
     */
    public TimedExposition scrape() {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .header("Accept", "text/plain;version=0.0.4")
                .GET()
                .build();
        HttpResponse<String> answer;
        try {
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ScrapeException("no answer from " + target + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScrapeException("interrupted while scraping " + target, e);
        }
        Instant now = Instant.now();
        if (answer.statusCode() != OK) {
            throw new ScrapeException(target + " answers with status " + answer.statusCode());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String bare = type.toLowerCase(Locale.ROOT).replace(" ", "");
        if (!bare.startsWith("text/plain") || !bare.contains(";version=0.0.4")) {
            throw new ScrapeException(target + " answers with content type \"" + type
                    + "\" where \"text/plain; version=0.0.4\" is promised");
        }
        try {
            return new TimedExposition(now, PrometheusText.parse(answer.body()));
        } catch (ExpositionFormatException e) {
            throw new ScrapeException(target + " is no Prometheus text 0.0.4, " + e.getMessage(), e);
        }
    }
}
