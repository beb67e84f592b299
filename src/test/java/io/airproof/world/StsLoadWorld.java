package io.airproof.world;

import io.airproof.driver.metrics.Exposition;
import io.airproof.driver.metrics.MetricsClient;
import io.airproof.driver.sts.OutgoingFragment;
import io.airproof.driver.sts.SimulatedError;
import io.airproof.driver.sts.StsEvent;
import io.airproof.measure.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many sessions at once, too much at once, and what the STS counts of it. */
public final class StsLoadWorld {

    /** Unanswered fragments at a time: the eleventh is refused (contract 4.9). */
    private static final int WINDOW = 10;

    private static final String PRESSURE = "backpressure";
    private static final Duration RELIEF = Duration.ofSeconds(5);
    private static final List<String> STAGES = List.of("asr", "translation", "tts");

    private final StsBenchWorld bench;
    private final List<StsSession> sessions = new ArrayList<>();
    private final List<OutgoingFragment> sent = new ArrayList<>();
    private final List<Instant> sentAt = new ArrayList<>();
    private Duration took = Duration.ZERO;
    private Optional<Exposition> metrics = Optional.empty();

    public StsLoadWorld(StsBenchWorld bench) {
        this.bench = bench;
    }

    /** Sessions with fragments, all at once, until all are answered. */
    public void serve(int count, int fragments) {
        Excerpt sound = bench.pause();
        for (int i = 0; i < count; i++) {
            sessions.add(bench.connect());
        }
        sessions.forEach(session -> session.open(init -> init.inflight(WINDOW)));
        Instant from = Instant.now();
        for (int i = 0; i < fragments; i++) {
            sessions.forEach(session -> sent.add(session.send(sound)));
        }
        for (int i = 0; i < sent.size(); i++) {
            sessions.get(i % count).await(StsSession.RESULT, sent.get(i));
        }
        took = Duration.between(from, Instant.now());
    }

    /** From the first fragment to the last result, in s. */
    public List<Figure> serviceTime() {
        return List.of(Figure.seconds("%d fragments".formatted(sent.size()), Reading.measured(took)));
    }

    /** Events of each session that name another stream or another's fragment. */
    public List<Figure> foreignEvents() {
        return perSession(session -> session.client().events().stream()
                .filter(event -> isForeign(session, event))
                .count());
    }

    private boolean isForeign(StsSession session, StsEvent event) {
        String own = session.init().streamId();
        String fragment = event.body().optString("fragment_id");
        return !event.body().optString("stream_id", own).equals(own)
                || sent.stream()
                        .filter(one -> one.fragmentId().toString().equals(fragment))
                        .anyMatch(one -> !one.streamId().equals(own));
    }

    /** Results of each session. */
    public List<Figure> results() {
        return perSession(session -> session.events(StsSession.RESULT).size());
    }

    /** Results of each session that are not in the order of their numbers. */
    public List<Figure> outOfOrder() {
        return perSession(session -> {
            List<StsEvent> results = session.events(StsSession.RESULT);
            return IntStream.range(0, results.size())
                    .filter(i -> results.get(i).body().optInt("sequence_number", -1) != i)
                    .count();
        });
    }

    private List<Figure> perSession(java.util.function.ToDoubleFunction<StsSession> figure) {
        return sessions.stream()
                .map(session -> Figure.of(session.init().streamId(), figure.applyAsDouble(session)))
                .toList();
    }

    /** As many fragments at once as may be unanswered, and one more; until all are answered. */
    public void overload() {
        Excerpt sound = bench.pause();
        StsSession session = bench.connect();
        sessions.add(session);
        session.open(init -> init.inflight(WINDOW));
        for (int i = 0; i <= WINDOW; i++) {
            sentAt.add(Instant.now());
            sent.add(session.send(sound));
        }
        session.await(StsSession.ERROR, sent.get(WINDOW));
        session.await(StsSession.RESULT, sent.get(WINDOW - 1));
    }

    /** What the STS has said of its load; waits until it says that there is none any more. */
    PressureLog pressure() {
        StsSession session = sessions.get(0);
        StsEvent relief = session.client()
                .await(PRESSURE, event -> event.body().optString("action").equals("none"), RELIEF);
        return new PressureLog(
                session.events(PRESSURE).stream()
                        .filter(event -> !event.at().isAfter(relief.at()))
                        .toList(),
                sentAt,
                session.events(StsSession.RESULT).stream().map(StsEvent::at).toList());
    }

    /** 0 if the STS has said just this of its load: action, load, recommended delay; else 1. */
    public List<Figure> pressureUnlike(List<List<String>> expected) {
        return List.of(pressure().unlike(expected));
    }

    /** From each change of the load's level to the event that tells of it, in ms. */
    public List<Figure> pressureLateness() {
        return pressure().lateness(WINDOW);
    }

    /** Events of this name. */
    public List<Figure> events(String name) {
        return perSession(session -> session.events(name).size());
    }

    /** Errors of this code. */
    public List<Figure> errors(String code) {
        return perSession(session -> session.events(StsSession.ERROR).stream()
                .filter(error -> error.body().optString("code").equals(code))
                .count());
    }

    /** Fragments, of which every nth fails, and one that is refused; then the metrics are read. */
    public void failSome(int fragments, int nth, String code) {
        Excerpt sound = bench.pause();
        StsSession session = bench.connect();
        sessions.add(session);
        session.open(init -> init.inflight(WINDOW));
        session.client()
                .emit(
                        "config:error_simulation",
                        new SimulatedError("nth_fragment", nth, code, "translation", true).toJson());
        for (int i = 0; i < fragments; i++) {
            sent.add(session.send(sound));
        }
        OutgoingFragment refused = session.numbered(fragments + WINDOW + 1, sound);
        session.client().sendFragment(refused);
        session.await(StsSession.ERROR, refused);
        session.await(StsSession.RESULT, sent.get(fragments - 1));
        metrics = Optional.of(new MetricsClient(bench.sts()).scrape().exposition());
    }

    /** What the histogram of results counts, less the results that came. */
    public List<Figure> countedBesideAnswered() {
        double counted = sum("sts_fragment_processing_seconds_count", stream());
        return List.of(Figure.of("sts_fragment_processing_seconds_count", counted - answered()));
    }

    /** What the histogram of each stage counts, less the results that came. */
    public List<Figure> stagesBesideAnswered() {
        return STAGES.stream()
                .map(stage -> "sts_%s_duration_seconds_count".formatted(stage))
                .map(name -> Figure.of(name, sum(name, Map.of()) - answered()))
                .toList();
    }

    /** The mean of each stage in the metrics, less that in the results, in ms. */
    public List<Figure> stageMeansBesideResults() {
        return STAGES.stream()
                .map(stage -> Figure.of(
                        stage,
                        1000 * sum("sts_%s_duration_seconds_sum".formatted(stage), Map.of()) / answered()
                                - results("fragment:processed", stage + "_ms")
                                        .average()
                                        .orElse(0)))
                .toList();
    }

    /** What the counter of errors has for a code, less the failures and refusals that came. */
    public List<Figure> errorsBesideProvoked(List<String> codes) {
        return codes.stream()
                .map(code -> Figure.of(
                        "sts_fragment_errors_total{error_code=\"%s\"}".formatted(code),
                        sum(
                                        "sts_fragment_errors_total",
                                        Map.of(
                                                "stream_id",
                                                sessions.get(0).init().streamId(),
                                                "error_code",
                                                code))
                                - seen(code)))
                .toList();
    }

    /** Failures and refusals with a code, of the client's own count. */
    public List<Figure> provoked(String code) {
        return List.of(Figure.of(code, seen(code)));
    }

    private long seen(String code) {
        return Stream.concat(
                        sessions.get(0).events(StsSession.ERROR).stream().map(StsEvent::body),
                        sessions.get(0).events(StsSession.RESULT).stream()
                                .flatMap(result ->
                                        Optional.ofNullable(result.body().optJSONObject("error")).stream()))
                .filter(error -> error.optString("code").equals(code))
                .count();
    }

    private java.util.stream.DoubleStream results(String event, String stage) {
        return sessions.get(0).events(event).stream()
                .mapToDouble(
                        result -> result.body().getJSONObject("stage_timings").optDouble(stage));
    }

    private int answered() {
        return sessions.get(0).events(StsSession.RESULT).size();
    }

    private Map<String, String> stream() {
        return Map.of("stream_id", sessions.get(0).init().streamId());
    }

    private double sum(String name, Map<String, String> labels) {
        return metrics.orElseThrow(() -> new IllegalStateException("the metrics were not read"))
                .sum(name, labels)
                .orElse(0);
    }
}
