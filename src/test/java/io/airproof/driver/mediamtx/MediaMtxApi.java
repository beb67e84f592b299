package io.airproof.driver.mediamtx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The API of MediaMTX, one call at a time. Immutable. For watching a path see {@link PathWatch}. */
public final class MediaMtxApi {

    /** Time to connect, and for silence within an answer. The promise is 100 ms (DUB-106). */
    static final int TIMEOUT_MS = 5_000;

    /** More paths than a test has; the default page of the API is 100. */
    static final int PAGE = 1_000;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI api;

    /**
     * Names the API; nothing is called yet.
     *
     * @param api {@code http://host:port}
     */
    public MediaMtxApi(URI api) {
        this.api = api;
    }

    /** Its address. */
    public URI address() {
        return api;
    }

    /**
     * All paths that exist.
     *
     * @throws MediaMtxException if the API is not there or answers with anything but a list
     */
    public List<PathState> paths() {
        String where = pageOfPaths(0);
        Response answer = get(where);
        List<PathState> paths = new ArrayList<>();
        list(where, answer.statusCode(), answer.asString())
                .path("items")
                .forEach(item -> paths.add(PathState.of(item)));
        return List.copyOf(paths);
    }

    /**
     * One path.
     *
     * @param name {@code live/<id>/in}
     * @return empty if nobody publishes to it or reads it
     * @throws MediaMtxException if the API is not there or answers with anything but a path or 404
     */
    public Optional<PathState> path(String name) {
        String where = pathOf(name);
        Response answer = get(where);
        return parse(where, answer.statusCode(), answer.asString());
    }

    /**
     * Throws out who publishes a path by RTMP, as a server does that restarts or is reconfigured.
     *
     * @throws MediaMtxException if nobody publishes it, or the API does not do it
     */
    public void kickPublisher(String name) {
        String id = path(name)
                .flatMap(PathState::source)
                .map(PathState.Source::id)
                .orElseThrow(() -> new MediaMtxException("nobody publishes " + name));
        String where = "/v3/rtmpconns/kick/" + id;
        Response answer = call(where, Method.POST);
        if (answer.statusCode() != OK) {
            throw unexpected(where, answer.statusCode(), answer.asString());
        }
    }

    /** The target of one path; slashes in names stay slashes. */
    private static String pathOf(String name) {
        return "/v3/paths/get/" + name;
    }

    /** The target of a page of all paths, from 0. */
    static String pageOfPaths(int page) {
        return "/v3/paths/list?itemsPerPage=" + PAGE + "&page=" + page;
    }

    /** The answer to {@link #pageOfPaths}, which has {@code items} for sure. */
    static JsonNode list(String where, int status, String body) {
        if (status != OK) {
            throw unexpected(where, status, body);
        }
        JsonNode list = read(where, body);
        if (!list.path("items").isArray()) {
            throw unexpected(where, status, body);
        }
        return list;
    }

    private static Optional<PathState> parse(String where, int status, String body) {
        if (status == NOT_FOUND) {
            return Optional.empty();
        }
        if (status != OK) {
            throw unexpected(where, status, body);
        }
        return Optional.of(PathState.of(read(where, body)));
    }

    private Response get(String where) {
        return call(where, Method.GET);
    }

    private Response call(String where, Method method) {
        try {
            return RestAssured.given()
                    .config(RestAssuredConfig.config()
                            .httpClient(HttpClientConfig.httpClientConfig()
                                    .setParam("http.connection.timeout", TIMEOUT_MS)
                                    .setParam("http.socket.timeout", TIMEOUT_MS)))
                    .urlEncodingEnabled(false)
                    .request(method, api.resolve(where));
        } catch (Exception e) { // REST Assured throws checked exceptions without declaring them
            throw new MediaMtxException("no answer from MediaMTX at " + api.resolve(where) + ": " + e, e);
        }
    }

    private static JsonNode read(String where, String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new MediaMtxException("MediaMTX answers GET " + where + " with something that is no JSON", e);
        }
    }

    private static MediaMtxException unexpected(String where, int status, String body) {
        return new MediaMtxException("MediaMTX answers " + where + " with " + status + ": " + body);
    }
}
