package io.airproof.reference.media.http;

import io.airproof.reference.media.metrics.MediaMetrics;
import io.airproof.reference.media.worker.StreamView;
import io.airproof.reference.media.worker.Workers;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.json.JSONArray;
import org.json.JSONObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP endpoints of contract section 3. None of them waits for a stream. */
public final class HttpFace {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFace.class);
    /** Bytes of a body; a hook has some hundred. Read before a thread is given to it, so that a slow one keeps none. */
    private static final int MAX_BODY = 65_536;

    /** Bytes that each piece of a body is counted as more. */
    private static final int FRAMING = 16;

    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    private final Workers workers;
    private final MediaMetrics metrics;
    private final String version;

    public HttpFace(Workers workers, MediaMetrics metrics, String version) {
        this.workers = workers;
        this.metrics = metrics;
        this.version = version;
    }

    /**
     * Starts to listen; fails if the port is taken.
     *
     * @param patience for a whole request to arrive
     */
    public Javalin start(String host, int port, Duration patience) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.modifyServer(server -> server.setHandler(new EagerContentHandler(
                            new EagerContentHandler.RetainedContentLoaderFactory(MAX_BODY, FRAMING, true))));
                    config.jetty.addConnector((server, http) -> {
                        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
                        connector.setHost(host);
                        connector.setPort(port);
                        connector.addBean(new RequestPatience(patience));
                        return connector;
                    });
                    config.routes.get("/", this::root);
                    config.routes.get("/health", this::health);
                    config.routes.get("/metrics", this::scrape);
                    config.routes.post("/v1/mediamtx/events/ready", context -> hook(context, true));
                    config.routes.post("/v1/mediamtx/events/not-ready", context -> hook(context, false));
                })
                .start();
    }

    private void root(Context context) {
        json(
                context,
                200,
                new JSONObject()
                        .put("service", "stream-orchestration")
                        .put("version", version)
                        .put("status", "running"));
    }

    private void health(Context context) {
        List<StreamView> views = workers.views();
        boolean degraded = views.stream()
                .anyMatch(
                        view -> view.state().equals("degraded") || view.state().equals("failed"));
        boolean stopping = workers.isStopping();
        json(
                context,
                stopping ? UNAVAILABLE : 200,
                new JSONObject()
                        .put("status", stopping ? "stopping" : degraded ? "degraded" : "ok")
                        .put("service", "media-service")
                        .put(
                                "streams",
                                new JSONArray(
                                        views.stream().map(HttpFace::stream).toList())));
    }

    private static JSONObject stream(StreamView view) {
        return new JSONObject()
                .put("stream_id", view.streamId())
                .put("state", view.state())
                .put("reason", view.reason().<Object>map(reason -> reason).orElse(JSONObject.NULL))
                .put("since", view.since().toString())
                .put("sts", view.sts())
                .put("breaker", view.breaker())
                .put("output_audio", view.outputAudio())
                .put("target_language", view.targetLanguage());
    }

    private void scrape(Context context) throws java.io.IOException {
        context.contentType(MediaMetrics.CONTENT_TYPE).result(metrics.scrape());
    }

    private void hook(Context context, boolean ready) {
        HookEvent event;
        try {
            event = HookEvent.parse(context.body());
        } catch (HookEvent.Malformed e) {
            json(context, UNPROCESSABLE, e.toJson());
            return;
        }
        String correlation = UUID.randomUUID().toString();
        LOG.atInfo()
                .addKeyValue("event", ready ? "hook_ready" : "hook_not_ready")
                .addKeyValue("stream_id", event.streamId())
                .addKeyValue("correlation_id", correlation)
                .addKeyValue("query", event.query())
                .log("{} {}", event.direction(), ready ? "ready" : "not ready");
        if (!event.isInput()) {
            json(
                    context,
                    200,
                    answer("skipped", "outputs need no worker", event).put("direction", "out"));
        } else if (!ready) {
            workers.notReady(event.streamId());
            json(
                    context,
                    200,
                    answer("worker_stopped", "the rest is played out", event).put("correlation_id", correlation));
        } else if (workers.ready(event.streamId())) {
            json(
                    context,
                    200,
                    answer("worker_started", "the stream is dubbed", event).put("correlation_id", correlation));
        } else {
            json(context, UNAVAILABLE, new JSONObject().put("detail", "stream limit reached"));
        }
    }

    private static JSONObject answer(String status, String message, HookEvent event) {
        return new JSONObject().put("status", status).put("message", message).put("stream_id", event.streamId());
    }

    private static void json(Context context, int status, JSONObject body) {
        context.status(status).contentType("application/json").result(body.toString());
    }
}
