package io.airproof.driver.mediamtx;

import com.fasterxml.jackson.databind.JsonNode;
import io.airproof.driver.http.PlainGet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All paths of a server at a moment.
 *
 * @param at when the answer had come
 * @param paths by name
 */
record PathsLook(Instant at, Map<String, PathState> paths) {

    PathsLook {
        paths = Map.copyOf(paths);
    }

    /**
     * Looks once, page by page.
     *
     * @param api {@code http://host:port}
     * @throws IOException if the API is not there
     * @throws MediaMtxException if it answers with anything but a list
     */
    static PathsLook at(URI api, Duration patience) throws IOException {
        Map<String, PathState> paths = new HashMap<>();
        int pages = 1;
        for (int page = 0; page < pages; page++) {
            String where = MediaMtxApi.pageOfPaths(page);
            PlainGet.Page answer = new PlainGet(api.resolve(where), "application/json", patience).get();
            JsonNode list = MediaMtxApi.list(where, answer.status(), answer.body());
            list.path("items").forEach(item -> {
                PathState path = PathState.of(item);
                paths.put(path.name(), path);
            });
            pages = list.path("pageCount").asInt(1);
        }
        return new PathsLook(Instant.now(), paths);
    }

    /** One of them; empty if it does not exist. */
    Optional<PathState> path(String name) {
        return Optional.ofNullable(paths.get(name));
    }
}
