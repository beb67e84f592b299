package io.airproof.world;

import io.airproof.driver.http.HealthClient;
import io.airproof.driver.http.HealthReply;
import io.airproof.driver.mediamtx.PathHistory;
import io.airproof.driver.mediamtx.PathState;
import io.airproof.measure.Reading;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.Broadcast;
import io.airproof.stack.StsKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.json.JSONObject;

/** What an operator sees: the health of the services, the paths of the media server. */
public final class OperatorWorld {

    private static final String RTMP = "rtmpConn";

    private final AcceptanceRun run;
    private final PublisherWorld publisher;
    private final Map<String, HealthReply> replies = new LinkedHashMap<>();
    private final Map<String, Boolean> promised = new LinkedHashMap<>();

    public OperatorWorld(CurrentRun run, PublisherWorld publisher) {
        this.run = run.get();
        this.publisher = publisher;
    }

    /** Asks all services once. */
    public void askForHealth() {
        keep("MediaMTX", HealthClient.mediaMtx(run.stack().mediaMtxApi()), body -> body.optJSONArray("items") != null);
        keep(
                "media-service",
                HealthClient.mediaService(run.stack().mediaService()),
                OperatorWorld::isMediaServiceHealth);
        for (StsKind kind : StsKind.values()) {
            if (run.stack().has(kind)) {
                keep(
                        "STS, " + kind.name().toLowerCase(Locale.ROOT),
                        HealthClient.sts(run.stack().sts(kind)),
                        OperatorWorld::isStsHealth);
            }
        }
    }

    /** The HTTP status of each answer. */
    public List<Figure> statuses() {
        return replies.entrySet().stream()
                .map(reply -> Figure.of(reply.getKey(), reply.getValue().status()))
                .toList();
    }

    /** How long each answer took, in seconds. */
    public List<Figure> answerTimes() {
        return replies.entrySet().stream()
                .map(reply -> Figure.seconds(
                        reply.getKey(), Reading.measured(reply.getValue().took())))
                .toList();
    }

    /** For each service 1 if its answer has the promised form, else 0. */
    public List<Figure> promisedForm() {
        return promised.entrySet().stream()
                .map(answer -> Figure.of(answer.getKey(), answer.getValue() ? 1 : 0))
                .toList();
    }

    /** From the start of the broadcast to the input path being ready, in seconds. */
    public List<Figure> inputReady() {
        return List.of(Figure.seconds(
                broadcast().input().path(),
                sinceRequest(broadcast().input().firstReadyAt(), "the input path was never ready")));
    }

    /** From the start of the broadcast to the worker's own word that it runs, in seconds. */
    public List<Figure> workerRunning() {
        Map<String, String> labels = Map.of("stream_id", broadcast().streamId(), "pipeline", "input");
        Optional<Instant> running = broadcast().metrics().stream()
                .filter(scrape -> scrape.exposition()
                                .value("media_service_worker_pipeline_state", labels)
                                .orElse(0)
                        == 1)
                .map(scrape -> scrape.at())
                .findFirst();
        return List.of(Figure.seconds(
                "metric pipeline_state, read each second",
                sinceRequest(running, "it never showed the input as running")));
    }

    /** How many readers of the input came by RTMP, at most. */
    public List<Figure> rtmpReadersOfInput() {
        return List.of(Figure.of(
                broadcast().input().path(),
                states(broadcast().input())
                        .mapToLong(state -> state.readers().stream()
                                .filter(reader -> reader.type().equals(RTMP))
                                .count())
                        .max()
                        .orElse(0)));
    }

    /** How many readers of the input came by another way. */
    public List<Figure> otherReadersOfInput() {
        return List.of(Figure.of(
                broadcast().input().path(),
                states(broadcast().input())
                        .mapToLong(state -> state.readers().stream()
                                .filter(reader -> !reader.type().equals(RTMP))
                                .count())
                        .max()
                        .orElse(0)));
    }

    /** 1 if the publisher of the output came by RTMP. */
    public List<Figure> rtmpPublisherOfOutput() {
        boolean seen = states(broadcast().output())
                .anyMatch(state ->
                        state.source().map(source -> source.type().equals(RTMP)).orElse(false));
        return List.of(Figure.of(broadcast().output().path(), seen ? 1 : 0));
    }

    private void keep(String service, HealthClient client, java.util.function.Predicate<JSONObject> form) {
        HealthReply reply = client.ask();
        replies.put(service, reply);
        promised.put(service, form.test(reply.body()));
    }

    private static boolean isMediaServiceHealth(JSONObject body) {
        return List.of("ok", "degraded").contains(body.optString("status"))
                && body.optString("service").equals("media-service")
                && body.optJSONArray("streams") != null;
    }

    private static boolean isStsHealth(JSONObject body) {
        return body.optString("status").equals("healthy")
                && !body.optString("service").isBlank()
                && body.opt("active_sessions") instanceof Integer
                && body.opt("uptime_seconds") instanceof Number;
    }

    private Reading<Duration> sinceRequest(Optional<Instant> at, String otherwise) {
        return at.<Reading<Duration>>map(
                        moment -> Reading.measured(Duration.between(broadcast().requestedAt(), moment)))
                .orElseGet(() -> Reading.unmeasurable(otherwise));
    }

    private static Stream<PathState> states(PathHistory history) {
        return history.observations().stream().flatMap(observation -> observation.state().stream());
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
