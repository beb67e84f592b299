package io.airproof.world;

import io.airproof.driver.sts.OutgoingFragment;
import io.airproof.driver.sts.StsEvent;
import io.airproof.measure.Percentiles;
import io.airproof.measure.Reading;
import io.airproof.run.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONObject;

/** Fragments under way at the same time: acknowledgements, stage times and order of results. */
public final class StsFragmentWorld {

    /** Unanswered fragments at a time: the eleventh is refused (contract 4.9). */
    private static final int WINDOW = 10;

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final double NANOS_PER_MS = 1e6;

    private record Sent(OutgoingFragment fragment, Instant at) {}

    private final StsBenchWorld bench;
    private final List<Sent> sent = new ArrayList<>();
    private Optional<StsSession> session = Optional.empty();

    public StsFragmentWorld(StsBenchWorld bench) {
        this.bench = bench;
    }

    /**
     * Several times ten fragments, of which the first ones are long, each sent as soon as the one before is acknowledged; the
     * next ten when all are answered. One more goes ahead that is not timed: the first message of all warms the client.
     */
    public void sendWhileBusy(int rounds, int busy) {
        Excerpt speech = bench.speech(Duration.ZERO, Segment.LENGTH);
        Excerpt pause = bench.pause();
        StsSession own = open();
        own.await(StsSession.RESULT, own.send(speech));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < WINDOW; i++) {
                own.await(StsSession.ACK, send(own, i < busy ? speech : pause));
            }
            sent.forEach(one -> own.await(StsSession.RESULT, one.fragment()));
        }
    }

    /** Fragments of speech, each sent when the one before is answered. */
    public void sendOneByOne(int count) {
        Excerpt speech = bench.speech(Duration.ZERO, Segment.LENGTH);
        StsSession own = open();
        for (int i = 0; i < count; i++) {
            own.await(StsSession.RESULT, send(own, speech));
        }
    }

    /** Six seconds of speech and then short pieces of speech, all at once. */
    public void sendLongAndShort(int shorts) {
        Excerpt first = bench.speech(Duration.ZERO, Segment.LENGTH);
        List<Excerpt> others = IntStream.range(0, shorts)
                .mapToObj(i -> Duration.ofSeconds(i))
                .map(from ->
                        bench.speech(from.plusMillis(100), from.plusMillis(100).plus(SHORT)))
                .toList();
        StsSession own = open();
        Stream.concat(Stream.of(first), others.stream()).forEach(sound -> send(own, sound));
        sent.forEach(one -> own.await(StsSession.RESULT, one.fragment()));
    }

    private StsSession open() {
        StsSession own = bench.connect();
        own.open(init -> init.inflight(WINDOW).hints("numbers"));
        session = Optional.of(own);
        return own;
    }

    private OutgoingFragment send(StsSession own, Excerpt sound) {
        Instant now = Instant.now();
        OutgoingFragment fragment = own.send(sound);
        sent.add(new Sent(fragment, now));
        return fragment;
    }

    /** 95th percentile of the time from sending to the acknowledgement, in ms. */
    public List<Figure> slowAck() {
        List<Duration> times = sent.stream()
                .map(one -> Duration.between(
                        one.at(),
                        session().await(StsSession.ACK, one.fragment()).at()))
                .toList();
        return List.of(Figure.milliseconds(
                "95th percentile of %s ms"
                        .formatted(times.stream().map(Duration::toMillis).toList()),
                Percentiles.p95(times)));
    }

    /** Acknowledgements that came while at least so many other fragments were unanswered. */
    public List<Figure> acksWhileBusy(int others) {
        long count = sent.stream()
                .filter(one -> unansweredAt(
                                session().await(StsSession.ACK, one.fragment()).at())
                        > others)
                .count();
        return List.of(Figure.of("acknowledgements", count));
    }

    private long unansweredAt(Instant at) {
        return sent.stream()
                .filter(one -> one.at().isBefore(at))
                .filter(one ->
                        session().await(StsSession.RESULT, one.fragment()).at().isAfter(at))
                .count();
    }

    /** The shortest of the three stage times of each result, in ms. */
    public List<Figure> shortestStage() {
        return perResult(result -> stages(result).mapToDouble(ms -> ms).min().orElse(-1));
    }

    /** What the three stage times of each result are together more than the total, in ms. */
    public List<Figure> stagesBeyondTotal() {
        return perResult(result -> stages(result).mapToDouble(ms -> ms).sum() - total(result));
    }

    /** How far the stated time of each result is from the time that the client saw, in ms. */
    public List<Figure> totalBesideObserved() {
        return sent.stream()
                .map(one -> {
                    StsEvent result = session().await(StsSession.RESULT, one.fragment());
                    double observed = Duration.between(one.at(), result.at()).toNanos() / NANOS_PER_MS;
                    return Figure.of(
                            "fragment %d, observed %.0f ms"
                                    .formatted(one.fragment().sequenceNumber(), observed),
                            Math.abs(total(result) - observed));
                })
                .toList();
    }

    /** Results that stand beside their place in the order of numbers. */
    public List<Figure> outOfOrder() {
        List<Integer> numbers = numbers();
        return List.of(Figure.of(
                "results in the order " + numbers,
                IntStream.range(0, numbers.size())
                        .filter(i -> numbers.get(i) != i)
                        .count()));
    }

    private List<Integer> numbers() {
        return session().events(StsSession.RESULT).stream()
                .map(result -> result.body().optInt("sequence_number", -1))
                .toList();
    }

    /** Results, and different fragments among them. */
    public List<Figure> resultsAndIds() {
        List<StsEvent> results = session().events(StsSession.RESULT);
        return List.of(
                Figure.of("results", results.size()),
                Figure.of(
                        "different fragments",
                        results.stream()
                                .map(result -> result.body().optString("fragment_id"))
                                .distinct()
                                .count()));
    }

    /** From the first result to each other, in ms. */
    public List<Figure> afterTheFirst() {
        Map<Integer, Instant> times = new TreeMap<>();
        session()
                .events(StsSession.RESULT)
                .forEach(result -> times.putIfAbsent(result.body().optInt("sequence_number", -1), result.at()));
        Instant first = times.getOrDefault(0, Instant.MAX);
        return sent.stream()
                .skip(1)
                .map(one -> one.fragment().sequenceNumber())
                .map(number -> Figure.milliseconds(
                        "result " + number,
                        Optional.ofNullable(times.get(number))
                                .map(at -> Reading.measured(Duration.between(first, at)))
                                .orElseGet(() -> Reading.unmeasurable("it did not come"))))
                .toList();
    }

    private List<Figure> perResult(java.util.function.ToDoubleFunction<StsEvent> figure) {
        return sent.stream()
                .map(one -> Figure.of(
                        "fragment " + one.fragment().sequenceNumber(),
                        figure.applyAsDouble(session().await(StsSession.RESULT, one.fragment()))))
                .toList();
    }

    private static Stream<Double> stages(StsEvent result) {
        JSONObject stages = result.body().optJSONObject("stage_timings", new JSONObject());
        return Stream.of("asr_ms", "translation_ms", "tts_ms").map(stage -> stages.optDouble(stage, -1));
    }

    private static double total(StsEvent result) {
        return result.body().optDouble("processing_time_ms", -1);
    }

    private StsSession session() {
        return session.orElseThrow(() -> new IllegalStateException("no client is connected"));
    }
}
