package io.airproof.world;

import io.airproof.driver.http.HttpCaller;
import io.airproof.driver.publish.PublicationRecord;
import io.airproof.driver.publish.SentPacket;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.driver.record.RecordingInProgress;
import io.airproof.driver.record.StreamRecorder;
import io.airproof.evidence.Evidence;
import io.airproof.fixture.Clip;
import io.airproof.fixture.FrameIndex;
import io.airproof.measure.Percentiles;
import io.airproof.media.CodedPictures;
import io.airproof.media.FlvTag;
import io.airproof.run.AcceptanceRun;
import io.airproof.stack.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONArray;
import org.json.JSONObject;

/** The input path of MediaMTX: what its viewer gets, and what its API and metrics tell of it. */
public final class InputWorld {

    private static final double NANOS_PER_MS = 1e6;
    private static final int OK = 200;

    private final AcceptanceRun run;
    private final OwnStage stage;
    private final Evidence evidence;
    private final List<HttpCaller.Answer> paths = new ArrayList<>();
    private final List<HttpCaller.Answer> metrics = new ArrayList<>();
    private Optional<String> path = Optional.empty();
    private Optional<Latencies> latencies = Optional.empty();

    /** How late pictures came: how many there were, and the latest of them. */
    private record Latencies(int pictures, int latest, Duration longest) {}

    public InputWorld(CurrentRun run, OwnStage stage, Evidence evidence) {
        this.run = run.get();
        this.stage = stage;
        this.evidence = evidence;
    }

    /** Publishes a clip, and reads the input by RTSP as soon as it is there. */
    public void publishAndView(Clip clip) {
        stage.enter(1);
        Stack stack = stage.shared();
        OwnStream stream = stage.publish(stack, "input", clip, OwnStream.Begin.WITH_THE_WORKER);
        stream.inputReady();
        URI source = stack.rtsp().resolve("/live/" + stream.id() + "/in");
        try (RecordingInProgress viewer = new StreamRecorder(run.ffmpeg())
                .start(source, run.stack().runDir().resolve(stream.id() + "-in.flv"))) {
            PublicationRecord published = stream.finished();
            stream.inputGone();
            Recording recording = stream.viewed(viewer.finished());
            evidence.file(recording.file());
            latencies = latencies(recording, published, run.fixtures().get(clip).frames());
        }
    }

    private static Optional<Latencies> latencies(Recording recording, PublicationRecord published, FrameIndex frames) {
        List<SentPacket> sent = published.sent().stream()
                .filter(packet -> packet.kind() == FlvTag.Kind.VIDEO)
                .toList();
        Optional<Latencies> all = Optional.empty();
        for (ArrivedTag arrived : ArrivalGaps.pictures(recording)) {
            OptionalInt number =
                    frames.numberOf(CodedPictures.of(List.of(arrived.tag())).get(0));
            if (number.isPresent() && number.getAsInt() < sent.size()) {
                Duration late = Duration.between(sent.get(number.getAsInt()).at(), arrived.arrivedAt());
                Latencies before = all.orElse(new Latencies(0, -1, Duration.ZERO));
                boolean later = late.compareTo(before.longest()) > 0;
                all = Optional.of(new Latencies(
                        before.pictures() + 1,
                        later ? number.getAsInt() : before.latest(),
                        later ? late : before.longest()));
            }
        }
        return all;
    }

    /** The longest way of a frame from the broadcaster to the viewer of the input, in ms. */
    public List<Figure> longestLatency() {
        return List.of(latencies
                .map(all -> Figure.of(
                        "frame %d".formatted(all.latest()), all.longest().toNanos() / NANOS_PER_MS))
                .orElseGet(() -> Figure.none("viewer of the input", "no frame of the clip came")));
    }

    /** How many frames that was measured on. */
    public List<Figure> frames() {
        return List.of(Figure.of(
                "viewer of the input", latencies.map(Latencies::pictures).orElse(0)));
    }

    /** Publishes a clip, and asks the API for its path and MediaMTX for its metrics so many times while it is on. */
    public void publishAndAsk(Clip clip, int times) {
        stage.enter(1);
        Stack stack = stage.shared();
        HttpCaller api = new HttpCaller(stack.mediaMtxApi());
        HttpCaller scraper = new HttpCaller(stack.mediaMtxMetrics());
        OwnStream stream = stage.publish(stack, "asked", clip, OwnStream.Begin.WITH_THE_WORKER);
        path = Optional.of("live/" + stream.id() + "/in");
        stream.sent(Duration.ofSeconds(1));
        for (int i = 0; i < times; i++) {
            paths.add(api.get("/v3/paths/list?itemsPerPage=1000"));
            metrics.add(scraper.get("/metrics"));
        }
        stream.sent(Duration.ofSeconds(4));
        paths.add(api.get("/v3/paths/list?itemsPerPage=1000"));
        metrics.add(scraper.get("/metrics"));
        stream.finished();
        stream.outputGone();
    }

    /** The median time to answer of the API and the metrics, in ms. */
    public List<Figure> medians() {
        return List.of(median("/v3/paths/list", paths), median("/metrics", metrics));
    }

    private static Figure median(String where, List<HttpCaller.Answer> answers) {
        return Figure.milliseconds(
                "%s, median of %d".formatted(where, answers.size()),
                Percentiles.median(answers.stream().map(HttpCaller.Answer::took).toList()));
    }

    /** Answers of the API that do not tell all that is promised of the path. */
    public List<Figure> incompletePaths() {
        List<String> missing = new ArrayList<>();
        for (HttpCaller.Answer answer : paths) {
            JSONObject item = item(answer);
            either(item, "ready", "available", missing);
            either(item, "bytesReceived", "inboundBytes", missing);
            either(item, "bytesSent", "outboundBytes", missing);
            long tracks = Optional.ofNullable(item.optJSONArray("tracks"))
                    .or(() -> Optional.ofNullable(item.optJSONArray("tracks2")))
                    .map(JSONArray::length)
                    .orElse(0);
            JSONObject source = item.optJSONObject("source", new JSONObject());
            JSONArray readers = item.optJSONArray("readers", new JSONArray());
            if (answer.status() != OK || tracks != 2 || source.optString("id").isEmpty() || readers.isEmpty()) {
                missing.add("tracks %d, source %s, readers %s".formatted(tracks, source, readers));
            }
        }
        return List.of(Figure.of(missing.isEmpty() ? "/v3/paths/list" : "/v3/paths/list: " + missing, missing.size()));
    }

    private static void either(JSONObject item, String old, String now, List<String> missing) {
        if (!item.has(old) && !item.has(now)) {
            missing.add(old);
        }
    }

    /** By how much the received bytes rose from the first answer to the last: by the API and by the metrics. */
    public List<Figure> bytesRisen() {
        return List.of(
                Figure.of("/v3/paths/list", received(last(paths)) - received(paths.get(0))),
                Figure.of("/metrics", scrapedBytes(last(metrics)) - scrapedBytes(metrics.get(0))));
    }

    /** How many readers of the path the metrics tell of, at last. */
    public List<Figure> scrapedReaders() {
        return List.of(Figure.of("/metrics", series(last(metrics), "paths_readers")));
    }

    private double received(HttpCaller.Answer answer) {
        JSONObject item = item(answer);
        return item.optDouble(item.has("inboundBytes") ? "inboundBytes" : "bytesReceived", 0);
    }

    private double scrapedBytes(HttpCaller.Answer answer) {
        double now = series(answer, "paths_inbound_bytes");
        return now > 0 ? now : series(answer, "paths_bytes_received");
    }

    /** The sum of a series over all its labels for the path; 0 if there is none. */
    private double series(HttpCaller.Answer answer, String name) {
        Matcher line = Pattern.compile("(?m)^%s\\{[^}]*name=\"%s\"[^}]*} ([0-9.eE+]+)$"
                        .formatted(name, Pattern.quote(path.orElseThrow())))
                .matcher(answer.body());
        return line.results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    private JSONObject item(HttpCaller.Answer answer) {
        JSONArray items = new JSONObject(answer.body()).optJSONArray("items", new JSONArray());
        for (int i = 0; i < items.length(); i++) {
            JSONObject item = items.optJSONObject(i, new JSONObject());
            if (item.optString("name").equals(path.orElseThrow())) {
                return item;
            }
        }
        return new JSONObject();
    }

    private static HttpCaller.Answer last(List<HttpCaller.Answer> answers) {
        return answers.get(answers.size() - 1);
    }
}
