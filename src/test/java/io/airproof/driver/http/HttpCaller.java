package io.airproof.driver.http;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/** Calls a service as an operator or the media server would, one call at a time. Immutable. */
public final class HttpCaller {

    /** Time to connect, and for silence within an answer: that of the hook (contract dubbing §8). */
    static final int TIMEOUT_MS = 5_000;

    private static final String JSON = "application/json";

    private final URI service;

    /**
     * Names the service; nothing is called yet.
     *
     * @param service {@code http://host:port}
     */
    public HttpCaller(URI service) {
        this.service = service;
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param contentType as it was said; empty text if it was not
     * @param body as text
     * @param took from the call to the whole answer
     */
    public record Answer(int status, String contentType, String body, Duration took) {}

    /**
     * Gets a page.
     *
     * @throws HttpAnswerException if nothing answers
     */
    public Answer get(String path) {
        return call(path, request -> request.get(service.resolve(path)));
    }

    /**
     * Posts a body that is said to be JSON, whatever it is.
     *
     * @throws HttpAnswerException if nothing answers
     */
    public Answer post(String path, String body) {
        return call(path, request -> request.contentType(JSON).body(body).post(service.resolve(path)));
    }

    private Answer call(String path, Function<RequestSpecification, Response> how) {
        FirstCall.isOver();
        RequestSpecification request = RestAssured.given()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false))
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .setParam("http.connection.timeout", TIMEOUT_MS)
                                .setParam("http.socket.timeout", TIMEOUT_MS)));
        long started = System.nanoTime();
        try {
            Response answer = how.apply(request);
            String body = answer.asString();
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            return new Answer(answer.statusCode(), String.valueOf(answer.contentType()), body, took);
        } catch (Exception e) { // REST Assured throws checked exceptions without declaring them
            throw new HttpAnswerException("no answer from " + service.resolve(path) + ": " + e, e);
        }
    }
}
