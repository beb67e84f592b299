package io.airproof.driver.http;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import org.json.JSONException;
import org.json.JSONObject;

/** Asks one service how it is. Immutable. */
public final class HealthClient {

    /** Time to connect, and for silence within an answer: that of the health checks (contract 2.1). */
    static final int TIMEOUT_MS = 5_000;

    private static final int EXCERPT = 200;

    private final URI target;

    private HealthClient(URI target) {
        this.target = target;
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
        FirstCall.isOver();
        long started = System.nanoTime();
        Response answer;
        String body;
        try {
            answer = RestAssured.given()
                    .config(RestAssuredConfig.config()
                            .httpClient(HttpClientConfig.httpClientConfig()
                                    .setParam("http.connection.timeout", TIMEOUT_MS)
                                    .setParam("http.socket.timeout", TIMEOUT_MS)))
                    .get(target);
            body = answer.asString();
        } catch (Exception e) { // REST Assured throws checked exceptions without declaring them
            throw new HttpAnswerException("no answer from " + target + ": " + e, e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        try {
            return new HealthReply(answer.statusCode(), new JSONObject(body), took);
        } catch (JSONException e) {
            throw new HttpAnswerException(
                    target + " answers " + answer.statusCode() + " with something that is no JSON object: \""
                            + body.substring(0, Math.min(EXCERPT, body.length())) + "\"",
                    e);
        }
    }
}
