package io.airproof.driver.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.json.JSONException;
import org.json.JSONObject;

/** Asks one service how it is. Immutable. */
public final class HealthClient {

    /** Time to connect, and for silence within an answer: that of the health checks (contract 2.1). */
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final int EXCERPT = 200;

    private final URI target;
    private final PlainGet get;

    private HealthClient(URI target) {
        this.target = target;
        this.get = new PlainGet(target, "application/json", TIMEOUT);
    }

    /** {@code GET /health} of the media-service at {@code http://host:port}. */
    public static HealthClient mediaService(URI service) {
        return new HealthClient(service.resolve("/health"));
    }

    /** {@code GET /health} of the STS at {@code http://host:port}. */
    public static HealthClient sts(URI service) {
        return new HealthClient(service.resolve("/health"));
    }

    /** {@code GET /v3/paths/list} of MediaMTX at {@code http://host:port} of its API: it has no health of its own. */
    public static HealthClient mediaMtx(URI api) {
        return new HealthClient(api.resolve("/v3/paths/list"));
    }

    /**
     * Asks once. Any status is an answer.
     *
     * @throws HttpAnswerException if nothing answers, or the body is no JSON object
     */
    public HealthReply ask() {
        long started = System.nanoTime();
        PlainGet.Page answer;
        try {
            answer = get.get();
        } catch (IOException e) {
            throw new HttpAnswerException("no answer from " + target + ": " + e, e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        try {
            return new HealthReply(answer.status(), new JSONObject(answer.body()), took);
        } catch (JSONException e) {
            throw new HttpAnswerException(
                    target + " answers " + answer.status() + " with something that is no JSON object: \""
                            + excerpt(answer.body()) + "\"",
                    e);
        }
    }

    private static String excerpt(String body) {
        return body.substring(0, Math.min(EXCERPT, body.length()));
    }
}
