package io.airproof.driver.metrics;

import io.airproof.driver.http.PlainGet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Scrapes {@code GET /metrics} of one service. */
public final class MetricsClient {

    /** A service that is silent for so long has failed. */
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final int OK = 200;

    private final URI service;
    private final URI target;
    private final PlainGet get;

    /**
     * Names the service; nothing is called yet.
     *
     * @param service {@code http://host:port}
     */
    public MetricsClient(URI service) {
        this.service = service;
        this.target = service.resolve("/metrics");
        this.get = new PlainGet(target, "text/plain;version=0.0.4", TIMEOUT);
    }

    /** Its address. */
    public URI service() {
        return service;
    }

    /**
     * Scrapes once.
     *
     * @throws ScrapeException if the service is not there, answers with another status than 200, with another content type
     *     than {@code text/plain; version=0.0.4}, or with a text that breaks the format (the cause says where)
     */
    public TimedExposition scrape() {
        PlainGet.Page answer;
        try {
            answer = get.get();
        } catch (IOException e) {
            throw new ScrapeException("no answer from " + target + ": " + e, e);
        }
        Instant now = Instant.now();
        if (answer.status() != OK) {
            throw new ScrapeException(target + " answers with status " + answer.status());
        }
        String type = answer.contentType();
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
