package io.airproof.driver.mediamtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading the API, with an HTTP server that answers as MediaMTX does. */
final class PathWatchTest {

    private static final String OLD = """
            {"name":"live/a/in","confName":"all_others","source":{"type":"rtmpConn","id":"11"},"ready":true,
             "readyTime":"2026-01-01T00:00:00Z","tracks":["H264","MPEG-4 Audio"],"bytesReceived":1234,"bytesSent":56,
             "readers":[{"type":"rtmpConn","id":"22"},{"type":"rtspSession","id":"33"}]}""";
    private static final String NEW = """
            {"name":"live/a/in","source":{"type":"rtmpConn","id":"11"},"available":true,
             "tracks2":[{"codec":"H264","codecProps":{}},{"codec":"MPEG-4 Audio","codecProps":{}}],
             "inboundBytes":1234,"outboundBytes":56,
             "readers":[{"type":"rtmpConn","id":"22"},{"type":"rtspSession","id":"33"}]}""";
    private static final String EMPTY = """
            {"name":"live/a/in","source":null,"ready":false,"tracks":[],"bytesReceived":0,"bytesSent":0,"readers":[]}""";

    private static final String LIST = "/v3/paths/list";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private MediaMtxApi api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = answers.getOrDefault(where(exchange.getRequestURI()), "");
            byte[] bytes = (body.isEmpty() ? "{\"error\":\"path not found\"}" : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        api = new MediaMtxApi(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** The path, and the number of the page if it is not the first. */
    private static String where(URI target) {
        String query = String.valueOf(target.getQuery());
        return target.getPath() + (query.endsWith("&page=1") ? ", page 1" : "");
    }

    private static String listOf(int pages, String... paths) {
        return "{\"itemCount\":1,\"pageCount\":%d,\"items\":[%s]}".formatted(pages, String.join(",", paths));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsOldAndNewNamesAlike() {
        answers.put("/v3/paths/get/live/a/in", OLD);
        PathState old = api.path("live/a/in").orElseThrow();
        answers.put("/v3/paths/get/live/a/in", NEW);
        assertThat(api.path("live/a/in")).hasValue(old);
        assertThat(old.ready()).isTrue();
        assertThat(old.tracks()).containsExactly("H264", "MPEG-4 Audio");
        assertThat(old.source()).hasValue(new PathState.Source("rtmpConn", "11"));
        assertThat(old.readers())
                .containsExactly(new PathState.Reader("rtmpConn", "22"), new PathState.Reader("rtspSession", "33"));
        assertThat(old.bytesReceived()).isEqualTo(1234);
        assertThat(old.bytesSent()).isEqualTo(56);
        assertThat(api.path("live/b/in")).isEmpty();
        answers.put(LIST, listOf(1, OLD, EMPTY));
        assertThat(api.paths()).extracting(PathState::ready).containsExactly(true, false);
    }

    @Test
    void saysWhatIsWrongWithTheApi() {
        answers.put(LIST, "{\"paths\":[]}");
        assertThatThrownBy(() -> api.paths())
                .isInstanceOf(MediaMtxException.class)
                .hasMessageContaining("/v3/paths/list")
                .hasMessageContaining("{\"paths\":[]}");
        server.stop(0);
        assertThatThrownBy(() -> api.paths())
                .isInstanceOf(MediaMtxException.class)
                .hasMessageContaining("no answer from MediaMTX at http://127.0.0.1:");
    }

    @Test
    void watchesAPathComeAndGo() throws Exception {
        answers.put(LIST, listOf(0));
        try (PathWatch watch = PathWatch.start(api, "live/a/in", Duration.ofMillis(5))) {
            Instant before = Instant.now();
            answers.put(LIST, listOf(1, EMPTY));
            assertThat(watch.ready()).isNotDone();
            answers.put(LIST, listOf(1, OLD));
            Instant ready = watch.ready().get(5, TimeUnit.SECONDS);
            assertThat(watch.readerAttached().get(5, TimeUnit.SECONDS)).isEqualTo(ready);
            assertThat(watch.gone()).isNotDone();
            answers.put(LIST, listOf(0));
            Instant gone = watch.gone().get(5, TimeUnit.SECONDS);
            PathHistory history = watch.history();
            assertThat(history.firstReadyAt()).hasValue(ready);
            assertThat(history.firstReaderAt()).hasValue(ready);
            assertThat(history.goneAt()).hasValue(gone);
            assertThat(List.of(before, ready, gone)).isSorted();
            assertThat(history.failedPolls()).isZero();
        }
    }

    @Test
    void looksAtAllPages() throws Exception {
        answers.put(LIST, listOf(2, OLD.replace("live/a/in", "live/b/in")));
        answers.put(LIST + ", page 1", listOf(2, NEW));
        try (PathWatch watch = PathWatch.start(api, "live/a/in", Duration.ofMillis(5))) {
            assertThat(watch.ready()).succeedsWithin(Duration.ofSeconds(5));
            assertThat(watch.history().failedPolls()).isZero();
        }
    }

    @Test
    void closingFailsWhatWasNotSeenAndErrorsAreKept() {
        server.stop(0);
        PathWatch watch = PathWatch.start(api, "live/a/in", Duration.ofMillis(5));
        org.awaitility.Awaitility.await().until(() -> watch.history().failedPolls() > 1);
        watch.close();
        assertThat(watch.history().lastFailure()).isPresent();
        assertThat(watch.ready())
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .withMessageContaining("closed before this was seen");
    }
}
